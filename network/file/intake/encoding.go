package intake

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"

	"proxynet/network/message"
)

// decode returns a file's text and the name of its encoding, "" for UTF-8.
func decode(data []byte) (text, name string, err error) {
	little := utf16.UTF16(utf16.LittleEndian, utf16.UseBOM)
	big := utf16.UTF16(utf16.BigEndian, utf16.UseBOM)
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
		if utf8.Valid(data) {
			return lines(string(data)), "", nil
		}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decoded(data, little.NewDecoder(), "UTF-16")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decoded(data, big.NewDecoder(), "UTF-16")
	case looksUTF16(data, 1):
		return decoded(data, utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM).NewDecoder(), "UTF-16")
	case looksUTF16(data, 0):
		return decoded(data, utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM).NewDecoder(), "UTF-16")
	case bytes.IndexByte(data, 0) >= 0:
		return "", "", refuse(message.New("it is not text"), pasteInstead)
	case utf8.Valid(data):
		return lines(string(data)), "", nil
	}
	if m := declared.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		if enc, name := named(string(m[1])); enc != nil && name != "utf-8" {
			return decoded(data, enc, name)
		}
	}
	if slices.ContainsFunc(data, func(b byte) bool { return b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d }) { // undefined in Windows-1252
		return "", "", refuse(message.New("its encoding is neither UTF-8, UTF-16 nor Windows-1252"), message.New("save it in UTF-8"))
	}
	return decoded(data, charmap.Windows1252.NewDecoder(), "Windows-1252")
}

// declared matches the encoding that a web page declares.
var declared = regexp.MustCompile(`(?i)<meta[^>]*charset\s*=\s*["']?\s*([a-z0-9_-]+)`)

// decoder makes UTF-8 of text in another encoding.
type decoder interface {
	Bytes(data []byte) ([]byte, error)
}

func decoded(data []byte, enc decoder, name string) (string, string, error) {
	out, err := enc.Bytes(data)
	if err != nil || bytes.Contains(out, []byte("\ufffd")) {
		return "", "", refuse(message.New("it seems to be in %s, but has bytes that are invalid in it", name), message.New("save it in UTF-8"))
	}
	return lines(string(bytes.TrimPrefix(out, []byte("\ufeff")))), name, nil
}

// looksUTF16 reports whether nearly every second byte at the start of a text is 0,
// counted from the given one, as in UTF-16 text of most European languages.
func looksUTF16(data []byte, from int) bool {
	head := data[:min(len(data), 512)&^1]
	if len(head) < 8 {
		return false
	}
	zeros := 0
	for i := from; i < len(head); i += 2 {
		if head[i] == 0 {
			zeros++
		}
	}
	return zeros*10 > len(head)/2*9
}

// lines replaces all line breaks by \n.
func lines(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

var htmlStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b`)

func isHTML(text, ending string) bool {
	if htmlStart.MatchString(text[:min(len(text), 16<<10)]) {
		return true
	}
	named := ending == ".html" || ending == ".htm" || ending == ".xhtml"
	return named && strings.Contains(text, "</")
}

var (
	atxHeading = regexp.MustCompile(`(?m)^#{1,6} +\S`)
	mdLink     = regexp.MustCompile(`\[[^\]\n]+\]\([^)\s]+\)`)
	mdStrong   = regexp.MustCompile(`\*\*[^*\s][^*\n]*\*\*`)
)

func isMarkdown(text, ending string) bool {
	if ending == ".md" || ending == ".markdown" {
		return true
	}
	signs := 0
	for _, sign := range []*regexp.Regexp{atxHeading, mdLink, mdStrong} {
		if sign.MatchString(text) {
			signs++
		}
	}
	return signs > 1 || frontMatter.MatchString(text) && signs > 0
}
