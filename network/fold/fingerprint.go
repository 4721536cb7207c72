package fold

// Fingerprint identifies a range of letters without containing it.
type Fingerprint struct {
	Length int   // in UTF-16 code units
	Hash   int64 // 52 bits, exact in JavaScript's numbers
}

// The hash is two polynomials over the code units, each modulo a prime below
// 2^26: products stay exact in JavaScript's numbers, and a page can roll the
// hash over its whole text (Karp and Rabin 1987, “Efficient randomized
// pattern-matching algorithms”, IBM J. Res. Dev. 31, 249–260).
const (
	prime1, base1 = 67108859, 31415926
	prime2, base2 = 67108837, 27182818
	shift         = 1 << 26
)

// Of returns the fingerprint of letters.
func Of(units []uint16) Fingerprint {
	var h1, h2 int64
	for _, unit := range units {
		h1 = (h1*base1 + int64(unit)) % prime1
		h2 = (h2*base2 + int64(unit)) % prime2
	}
	return Fingerprint{len(units), h1*shift + h2}
}
