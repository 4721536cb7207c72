package server

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Private returns a handler that serves h to its own pages only, and to the pages
// of the listed origins, such as "https://cms.example.org". Any page that is open
// in the author's browser can ask a server on the same machine for files, and
// frame its pages; what h serves isn't published yet.
//
// A request that a page of another origin causes is refused, unless it opens a
// page of h in a tab of its own. The headers of each answer forbid other origins
// to frame it, to load it as a part of their page, to read it, and to keep hold of
// its window. Requests of programs that are no browsers are served.
func Private(h http.Handler, origins ...string) http.Handler {
	policy := "frame-ancestors " + strings.Join(append([]string{"'self'"}, origins...), " ")
	resource := "same-origin"
	if len(origins) > 0 {
		resource = "cross-origin" // pictures of a listed page, whose requests are checked below
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin, ok := admit(r, origins)
		p := &privateWriter{ResponseWriter: w, policy: policy, resource: resource, origin: origin}
		if !ok {
			http.Error(p, "This network is not published: pages of other origins can't load it. To embed it in one, name that page's origin with --embed-in", http.StatusForbidden)
			return
		}
		h.ServeHTTP(p, r)
	})
}

// admit reports whether a request may be answered, and returns the listed origin
// that may read the answer, or "".
func admit(r *http.Request, origins []string) (reader string, ok bool) {
	origin := r.Header.Get("Origin")
	own := origin == "http://"+r.Host || origin == "https://"+r.Host
	if slices.Contains(origins, origin) {
		return origin, true
	}
	if origin != "" && !own {
		return "", false // "null" too: a sandboxed frame, or a page with an opaque origin
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none": // "" is an old browser or none
		return "", true
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return "", false
	}
	switch r.Header.Get("Sec-Fetch-Dest") {
	case "document":
		return "", r.Header.Get("Sec-Fetch-Mode") == "navigate" // a link to the page
	case "iframe":
		return "", len(origins) > 0 // frame-ancestors lists the pages
	}
	// A picture is asked for without an origin, but with a referrer.
	referrer, err := url.Parse(r.Referer())
	return "", err == nil && slices.Contains(origins, referrer.Scheme+"://"+referrer.Host)
}

// privateWriter sets the headers of a private answer when it is begun, over those
// of the handler.
type privateWriter struct {
	http.ResponseWriter
	policy, resource, origin string
	begun                    bool
}

func (w *privateWriter) WriteHeader(status int) {
	if !w.begun {
		w.begun = status >= http.StatusOK
		h := w.Header()
		h.Add("Content-Security-Policy", w.policy) // each policy must allow what happens
		h.Set("Cross-Origin-Resource-Policy", w.resource)
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Del("Access-Control-Allow-Origin")
		if w.origin != "" {
			h.Set("Access-Control-Allow-Origin", w.origin)
		}
		h.Add("Vary", "Origin")
		// A shared cache, or a service worker of another page, is not to keep it.
		if caching := h.Get("Cache-Control"); caching != "" {
			h.Set("Cache-Control", strings.Replace(caching, "public", "private", 1))
		}
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *privateWriter) Write(data []byte) (int, error) {
	if !w.begun {
		w.WriteHeader(http.StatusOK)
	}
	return w.ResponseWriter.Write(data)
}

// FlushError is called by [http.ResponseController].
func (w *privateWriter) FlushError() error {
	if !w.begun {
		w.WriteHeader(http.StatusOK)
	}
	return http.NewResponseController(w.ResponseWriter).Flush()
}

// Unwrap is called by [http.ResponseController].
func (w *privateWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// CheckOrigin returns an error unless text is an origin as browsers write it.
func CheckOrigin(text string) error {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Scheme+"://"+u.Host != text || strings.ToLower(text) != text || strings.ContainsAny(text, "*,;' ") {
		return fmt.Errorf("%q is not an origin; write scheme, host and port as in https://cms.example.org or http://localhost:3000", text)
	}
	return nil
}
