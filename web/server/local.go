package server

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// local makes h answer only requests for a local host name. A page of another site whose
// name resolves to this machine (DNS rebinding) sends requests by that name, and could
// otherwise read a network that isn't published yet.
func local(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocal(r.Host) {
			http.Error(w, "This server only answers as localhost. To serve other host names, give the address to listen on, such as --addr 0.0.0.0:8080", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// isLocal reports whether a Host header, with a port or without, names this machine.
func isLocal(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if ip, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return ip.Unmap().IsLoopback()
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost") // which no resolver sends elsewhere (RFC 6761)
}
