package server

import (
	"bytes"
	"io/fs"
	"net/http"
	"strconv"
	"strings"
	"time"

	"proxynet/web"
)

// New reads all of site and returns a handler for it. The handler serves only the files
// that the site has at this moment, so no request can reach outside of it or list it.
// An index.html answers for its folder. The policy in the site's _headers takes the
// place of that of every site: the desk has one of its own.
func New(site fs.FS) (http.Handler, error) {
	files, err := read(site)
	if err != nil {
		return nil, err
	}
	return handler{files, policy(files["_headers"])}, nil
}

// policy returns the Content-Security-Policy that a file of headers sets for every
// path, if any.
func policy(headers *file) []web.Header {
	const name = "Content-Security-Policy"
	if headers == nil {
		return nil
	}
	everywhere := false
	for line := range strings.Lines(string(headers.bodies[len(headers.bodies)-1].data)) {
		if !strings.HasPrefix(line, " ") {
			everywhere = strings.TrimSpace(line) == "/*"
		} else if value, ok := strings.CutPrefix(strings.TrimSpace(line), name+": "); ok && everywhere {
			return []web.Header{{Name: name, Value: value}}
		}
	}
	return nil
}

// Of returns a handler for a site that is in memory, its files by their paths. The
// given headers replace the default ones of the same names.
func Of(site map[string][]byte, headers ...web.Header) (http.Handler, error) {
	files, err := fold(site)
	if err != nil {
		return nil, err
	}
	return handler{files, headers}, nil
}

type handler struct {
	files   map[string]*file
	headers []web.Header // beside [web.Headers]
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	for _, h := range web.Headers {
		header.Set(h.Name, h.Value)
	}
	for _, h := range h.headers {
		header.Set(h.Name, h.Value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "This site can only be read.", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f := h.files[name]
	if f == nil {
		http.Error(w, "There is no such file in this site.", http.StatusNotFound)
		return
	}
	f.serve(w, r)
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", f.media.name)
	header.Set("Cache-Control", f.caching)
	if f.media.shared {
		// A frame with sandbox="allow-scripts" has an origin of its own.
		header.Set("Access-Control-Allow-Origin", "*")
	}
	if len(f.bodies) > 1 {
		header.Set("Vary", "Accept-Encoding")
	}
	b := f.choose(r.Header.Get("Accept-Encoding"))
	header.Set("ETag", b.tag)
	if b.encoding != "" {
		header.Set("Content-Encoding", b.encoding)
		// ServeContent leaves the length of encoded content to its caller.
		header.Set("Content-Length", strconv.Itoa(len(b.data)))
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.data))
}
