package edit

import (
	"regexp"
	"strings"

	"proxynet/network/file"
)

// Details is what is known of a source; "" for what isn't.
type Details struct{ Author, Publisher, URL, Date string }

// Describe writes what is known of a source into its record, in place of the
// commented lines with which a new file begins. Fields that the record has stay.
func Describe(data []byte, source string, known Details) (Change, error) {
	o, err := begin(data)
	if err != nil {
		return Change{}, err
	}
	d, err := o.declared(source)
	if err != nil {
		return Change{}, err
	}
	record, err := o.record(d)
	if err != nil {
		return Change{}, err
	}
	from := o.start(record)
	to := len(o.data) // of the list's next item, or what follows the list
	if list := o.in[record].parent; list != nil && o.in[record].index+1 < len(list.Content) {
		to = o.start(list.Content[o.in[record].index+1])
	}
	for _, f := range []struct{ name, value string }{
		{"author", known.Author}, {"publisher", known.Publisher}, {"url", known.URL}, {"date", known.Date},
	} {
		if _, has := field(record, f.name); f.value == "" || has != nil {
			continue
		}
		value := file.Scalar(f.value)
		if f.name == "date" {
			value = f.value // EDTF needs no quotation marks
		}
		comment := regexp.MustCompile(`(?m)^([ \t]+)# ` + f.name + `:.*$`).FindSubmatchIndex(o.data[from:to])
		if comment == nil {
			o.edits = append(o.edits, o.addField(record, "title", f.name, value))
			continue
		}
		indent := string(o.data[from+comment[2] : from+comment[3]])
		end := from + comment[1]
		if strings.HasSuffix(string(o.data[from+comment[0]:end]), "\r") {
			end--
		}
		o.edits = append(o.edits, Edit{from + comment[0], end, indent + f.name + ": " + value})
	}
	return o.change()
}
