package live

import "net/http"

var Merge = merge

// EditHandler returns the handler of [Edit] for a network, with a page.
func EditHandler(network, token string, page http.Handler) http.Handler {
	return editHandler(&edited{network: network}, newRoom(), page, token, nil)
}
