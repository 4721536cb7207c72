package authoring

import (
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/review"
)

// Sign signs claims of the network on a day, such as "2026-11-27", in the review
// beside its file; all claims if no ids are given.
func Sign(o Options, by, on string, ids ...string) error {
	if o.Network == "" {
		return ErrNoNetwork
	}
	d, err := file.Open(o.Network)
	if err != nil {
		return err
	}
	path := review.Path(o.Network)
	before, err := review.Load(path)
	if err != nil {
		return err
	}
	r, err := review.Read(path, before)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		for _, c := range r.Claims(d.Network) {
			ids = append(ids, c.ID)
		}
	}
	after, err := review.SignAll(path, before, d.Network, ids, by, on)
	if err != nil {
		return err
	}
	return o.write(changed{path: path, diff: edit.Diff(path, before, after), edits: len(ids), after: after})
}
