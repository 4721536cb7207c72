package convert

import (
	"regexp"
	"strconv"
)

// mostID is how long an id may be.
const mostID = 64

var idPattern = regexp.MustCompile(`^[a-z0-9-]+$`)

func validID(id string) bool { return len(id) <= mostID && idPattern.MatchString(id) }

// ids gives out ids, each once.
type ids struct {
	taken map[string]bool
	next  map[string]int // by the id that was wished for: the number to try next
}

func newIDs() *ids { return &ids{map[string]bool{}, map[string]int{}} }

// claim takes an id where it is free.
func (x *ids) claim(id string) bool {
	if x.taken[id] {
		return false
	}
	x.taken[id] = true
	return true
}

// like takes the id wished for, or one that is like it.
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
