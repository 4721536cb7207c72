package convert

import (
	"regexp"
	"strconv"
)

// mostID is the maximum length of an id.
const mostID = 64

var idPattern = regexp.MustCompile(`^[a-z0-9-]+$`)

func validID(id string) bool { return len(id) <= mostID && idPattern.MatchString(id) }

// ids generates unique ids.
type ids struct {
	taken map[string]bool
	next  map[string]int // by the requested id: the number to try next
}

func newIDs() *ids { return &ids{map[string]bool{}, map[string]int{}} }

// claim reserves an id if it is free.
func (x *ids) claim(id string) bool {
	if x.taken[id] {
		return false
	}
	x.taken[id] = true
	return true
}

// like reserves the requested id, or a similar one.
func (x *ids) like(wish string) string {
	if len(wish) > mostID {
		wish = wish[:mostID]
	}
	if x.claim(wish) {
		return wish
	}
	const room = 8 // characters for a number
	stem := wish[:min(len(wish), mostID-room)]
	for n := max(x.next[stem], 2); ; n++ {
		if id := stem + "-" + strconv.Itoa(n); x.claim(id) {
			x.next[stem] = n + 1
			return id
		}
	}
}
