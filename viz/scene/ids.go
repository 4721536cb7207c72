package scene

import "hash/maphash"

// ids finds elements of a list by their ids: a hash table of places in it, with linear
// probing. It takes a quarter of the memory of a map, and holds no pointers to follow.
type ids struct {
	id    func(place int) string
	table []int32 // places from 1, 0 where there is none; its length is a power of 2
	seed  maphash.Seed
}

// newIDs returns the places of n elements. Of elements with the same id it finds the last.
func newIDs(n int, id func(place int) string, pause func()) ids {
	size := 8
	for size < 2*n {
		size *= 2
	}
	x := ids{id, make([]int32, size), maphash.MakeSeed()}
	for i := range n {
		x.table[x.slot(id(i))] = int32(i + 1)
		pause()
	}
	return x
}

// slot returns the slot of an id, or the empty one where it would be.
func (x *ids) slot(id string) uint64 {
	mask := uint64(len(x.table) - 1)
	for s := maphash.String(x.seed, id) & mask; ; s = (s + 1) & mask {
		if place := x.table[s]; place == 0 || x.id(int(place-1)) == id {
			return s
		}
	}
}

// find returns the place of the element with an id.
func (x *ids) find(id string) (place int, ok bool) {
	place = int(x.table[x.slot(id)])
	return max(place-1, 0), place > 0
}

// at returns the place of the element with an id, 0 if there is none.
func (x *ids) at(id string) int {
	place, _ := x.find(id)
	return place
}
