package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Gzip returns data compressed as a page that is one file holds it, the same bytes
// every time.
func Gzip(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// dataBlock returns an element that holds data, compressed, in a page; web/single/load.js
// reads it by its name. packed is the result of [Gzip] for the data; nil if it is not
// known yet.
func dataBlock(name string, data, packed []byte) (string, error) {
	if packed == nil {
		var err error
		if packed, err = Gzip(data); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf(`<script type="application/gzip" id="inline-%s" data-bytes="%d">%s</script>`, name, len(packed), dense(packed)), nil
}

// paired are the values of 7 bits that are encoded together with the 8 bits after
// them. HTML does not keep the first three as they are in a script: NUL and CR are
// replaced, and < may begin a tag or a comment. The others only make the text
// shorter: with seven, every character of two bytes from U+0100 on is in use.
var paired = []byte{0x00, '\r', '<', '>', '&', '"', '\''}

// dense returns data as text for a script element, 8 bytes of UTF-8 for 7.05 bytes
// of data; Base64 takes 9.4. Each character holds 7 bits of the data, or 15 bits as
// one of two bytes: U+0100, plus 256 times the place of the first 7 bits in paired,
// plus the next 8. web/single/load.js is the inverse.
func dense(data []byte) string {
	var b strings.Builder
	b.Grow(len(data)*8/7 + utf8.UTFMax)
	at, held, bits := 0, 0, 0
	next := func(n int) int { // the next n bits; beyond the end they are 0
		for bits < n {
			held <<= 8
			if at < len(data) {
				held |= int(data[at])
			}
			at++
			bits += 8
		}
		bits -= n
		v := held >> bits
		held &= 1<<bits - 1
		return v
	}
	for at < len(data) || bits > 0 && at == len(data) {
		c := next(7)
		if i := slices.Index(paired, byte(c)); i >= 0 {
			b.WriteRune(0x100 + rune(i)<<8 + rune(next(8)))
			continue
		}
		b.WriteByte(byte(c))
	}
	return b.String()
}
