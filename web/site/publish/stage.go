package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"proxynet/network/file"
)

// A stage is a hidden folder beside a site in which a build prepares the next
// version of it. Its lock lets one build at a time write the site, and distinguishes the
// stage of a running build from the remains of a killed one.
type stage struct {
	out  string // the site's folder, an absolute path without links
	dir  string
	lock *os.File
}

const (
	stagePrefix, stageSuffix = ".proxynet-", ".site"

	lockName = "lock"
	nextName = "next"     // the next version, or after the swap the previous one
	swapName = "swapping" // exists from right before the swap
)

// openStage prepares to write the folder out, and removes what killed builds left
// beside it. It fails while another build writes out.
func openStage(out string) (*stage, error) {
	out, err := resolve(out)
	if err != nil {
		return nil, err
	}
	parent, name := filepath.Split(out)
	if name == "" {
		return nil, fmt.Errorf("%s can't be the folder of a site; name another with -o", out)
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	left, err := filepath.Glob(filepath.Join(escapeGlob(parent), stagePrefix+"*"+stageSuffix))
	if err != nil {
		return nil, err
	}
	for _, dir := range left {
		// Another site's stage is left alone while its build runs.
		site := filepath.Join(parent, strings.TrimSuffix(strings.TrimPrefix(filepath.Base(dir), stagePrefix), stageSuffix))
		if s, err := lockStage(dir, site); err == nil {
			if err := s.close(); err != nil {
				return nil, err
			}
		}
	}
	dir := filepath.Join(parent, stagePrefix+name+stageSuffix)
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return lockStage(dir, out)
}

// escapeGlob returns a pattern of [filepath.Glob] that matches just the path.
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// resolve returns the absolute path of a site's folder, links followed. It fails
// for what exists and is not a folder.
func resolve(out string) (string, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	real, err := filepath.EvalSymlinks(out)
	if err != nil {
		return "", fmt.Errorf("%s is a link that leads nowhere; name a folder with -o", out)
	}
	info, err := os.Stat(real)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is not a folder; name one with -o", out)
	}
	return real, err
}

// lockStage takes the lock of a stage.
func lockStage(dir, out string) (*stage, error) {
	busy := fmt.Errorf("another build is writing %s; start this one when it has ended", out)
	where := filepath.Join(dir, lockName)
	lock, err := os.OpenFile(where, os.O_RDWR|os.O_CREATE, 0o600)
	if errors.Is(err, fs.ErrNotExist) { // it has just ended
		return nil, busy
	}
	if err != nil {
		return nil, err
	}
	if !file.Lock(lock) {
		return nil, errors.Join(busy, lock.Close())
	}
	// The build that had the lock may have removed the stage since.
	mine, err := lock.Stat()
	there, statErr := os.Stat(where)
	if err != nil || statErr != nil || !os.SameFile(mine, there) {
		return nil, errors.Join(busy, lock.Close())
	}
	s := &stage{out, dir, lock}
	if err := s.clear(); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return s, nil
}

func (s *stage) next() string { return filepath.Join(s.dir, nextName) }

// clear empties the stage. After a swap it holds the previous version of the site;
// files that others added to that at the last moment are moved back to the site.
func (s *stage) clear() error {
	swapping := filepath.Join(s.dir, swapName)
	if _, err := os.Lstat(swapping); err == nil {
		if err := s.giveBack(); err != nil {
			return err
		}
	} else if err := os.RemoveAll(s.next()); err != nil {
		return err
	}
	if err := os.Remove(swapping); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// giveBack removes the version of the site that is in the stage, and moves what
// proxynet did not write from there into the site.
func (s *stage) giveBack() error {
	if _, err := os.Lstat(s.next()); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	m, err := readManifest(s.next())
	if err != nil {
		return err
	}
	h, err := hold(s.next(), m, nil)
	if err != nil {
		return err
	}
	for _, name := range h.others {
		name = filepath.FromSlash(strings.TrimSuffix(name, "/"))
		to := filepath.Join(s.out, name)
		if _, err := os.Lstat(to); err == nil {
			return fmt.Errorf("%s was put into the site while it was replaced, and %s is in its place; move it from there", filepath.Join(s.next(), name), to)
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(s.next(), name), to); err != nil {
			return err
		}
	}
	return removeOurs(s.next(), h)
}

// removeOurs removes a folder with the files of ours in it. The manifest goes last: if
// this process is killed before, the next one still knows what is ours.
func removeOurs(dir string, h holding) error {
	var all error
	remove := func(name string) {
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	for _, name := range h.ours {
		remove(name)
	}
	for i := len(h.folders) - 1; i >= 0; i-- {
		remove(h.folders[i])
	}
	remove(manifestName)
	return errors.Join(all, os.Remove(dir))
}

// close removes the stage and releases its lock.
func (s *stage) close() error {
	if err := s.clear(); err != nil {
		return errors.Join(err, s.lock.Close())
	}
	err := os.Remove(s.lock.Name())
	return errors.Join(err, os.Remove(s.dir), s.lock.Close())
}
