package edit

import (
	"regexp"
	"strings"

	"proxynet/network/file"
)

// Details are the metadata of a source. A field that is unknown is "".
type Details struct{ Author, Publisher, URL, Date string }

// Describe adds the details to the record of a source, in place of the commented
// lines of a new file. It changes no field that the record already has.
func Describe(data []byte, source string, details Details) (Change, error) {
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
	to := len(o.data) // start of the next item, or the end of the file
	if list := o.in[record].parent; list != nil && o.in[record].index+1 < len(list.Content) {
		to = o.start(list.Content[o.in[record].index+1])
	}
	for _, f := range []struct{ name, value string }{
		{"author", details.Author}, {"publisher", details.Publisher}, {"url", details.URL}, {"date", details.Date},
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
