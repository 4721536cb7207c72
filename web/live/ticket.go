package live

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"sync/atomic"
)

// ticket is an address that opens the page once. The arguments of a program that opens
// a browser can be seen by every user of the machine, so they must not hold the token.
type ticket struct {
	word string
	used atomic.Bool
}

func newTicket() *ticket { return &ticket{word: rand.Text()} }

// redeem reports whether word is the ticket and wasn't used before.
func (t *ticket) redeem(word string) bool {
	return t != nil && subtle.ConstantTimeCompare([]byte(word), []byte(t.word)) == 1 && t.used.CompareAndSwap(false, true)
}

// follow redirects the browser with the ticket to the page with the token.
func (t *ticket) follow(w http.ResponseWriter, request *http.Request, token string) {
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("Referrer-Policy", "no-referrer")
	http.Redirect(w, request, "/"+token+"/", http.StatusSeeOther)
}
