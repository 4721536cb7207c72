package format_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/network/format"
)

// The files in NAME/testdata/account have every field of each format. Their values, and
// any unknown value added to them, must be in the network or in the report of losses.

// imported imports a text and returns the author's file and the losses.
func imported(t *testing.T, form, text string) (out, report string) {
	t.Helper()
	n, losses, err := parse(form, text, format.DefaultLimits())
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return string(file.Encode(n)), strings.Join(losses.Lines(), "\n")
}

// unknown is a name that no format has, and the prefix of all unknown values.
const unknown = "zz"

// keeps fails the test unless a value added to a file is in the network, or the report
// lists one of the names.
func keeps(t *testing.T, form, text, where string, names ...string) {
	t.Helper()
	out, report := imported(t, form, text)
	if !strings.Contains(out, unknown) && !lists(report, names...) {
		t.Errorf("%s is lost silently", where)
	}
}

// lists reports whether a report names one of the omitted things.
func lists(report string, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return regexp.MustCompile(`[(,] ?` + regexp.QuoteMeta(name) + ` \d`).MatchString(report)
	})
}

// accounts calls check with each file of a format: the one with all fields, and the
// small ones as several programs write them.
func accounts(t *testing.T, form string, check func(t *testing.T, text string)) {
	t.Helper()
	paths := glob(t, form, "account/*")
	if len(paths) == 0 {
		t.Fatalf("%s has no file with all of its fields", form)
	}
	for path, name := range samples(t) {
		if name == form {
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if utf8.Valid(data) && len(data) < 8<<10 {
			t.Run(filepath.Base(path), func(t *testing.T) {
				if check(t, string(data)); t.Failed() {
					_, report := imported(t, form, string(data))
					t.Log(report)
				}
			})
		}
	}
}

// TestAccountsCoverEveryFormat fails if a format has a reader but no file with all
// fields. Tables are read by columns, and have their own tests.
func TestAccountsCoverEveryFormat(t *testing.T) {
	for _, form := range format.Readable() {
		if len(glob(t, form, "account/*")) == 0 && form != "csv" && form != "xlsx" {
			t.Errorf("%s has no file in %s/account", form, testdata(form))
		}
	}
}

// xmlTag is a start tag in a file.
type xmlTag struct {
	begin, end int // bytes
	empty      bool
	path       []string // names of its ancestors and its own
	attrs      []xml.Attr
	text       string // its own text
}

var prefixed = regexp.MustCompile(`^<([\w:.-]+)`)

func xmlTags(t *testing.T, text string) []xmlTag {
	t.Helper()
	var tags []xmlTag
	var open []int
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		begin := int(d.InputOffset())
		token, err := d.Token()
		if err == io.EOF {
			return tags
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			tag := xmlTag{begin: begin, end: int(d.InputOffset()), attrs: token.Attr}
			tag.empty = text[tag.end-2] == '/'
			for _, outer := range open {
				tag.path = append(tag.path, tags[outer].path[len(tags[outer].path)-1])
			}
			tag.path = append(tag.path, prefixed.FindStringSubmatch(text[begin:])[1])
			open = append(open, len(tags))
			tags = append(tags, tag)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				tags[open[len(open)-1]].text += strings.TrimSpace(string(token))
			}
		}
	}
}

// outer returns the names by which the report may list an element or an ancestor that
// is omitted as a whole.
func (tag xmlTag) outer() []string {
	var names []string
	for i := 1; i < len(tag.path); i++ {
		names = append(names, fmt.Sprintf("<%s> in <%s>", tag.path[i], tag.path[i-1]))
	}
	return names
}

func (tag xmlTag) attr(name string) string {
	for _, a := range tag.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// refers are attributes with ids that other elements use, or that TestDirection checks.
var refers = map[string]bool{"key id": true, "attribute id": true, "y:Arrows source": true, "y:Arrows target": true, "graph id": true}

// whole are elements that are reported in their own words, with their content.
func whole(report string, tag xmlTag) bool {
	return slices.Contains(tag.path, "hyperedge") && strings.Contains(report, "edges between more than two nodes") ||
		slices.Contains(tag.path, "graph") && strings.Contains(report, "graphs other than the one that was read")
}

// TestAccountXML adds an unknown attribute, element and text to every element, and
// looks up every existing attribute and text.
func TestAccountXML(t *testing.T) {
	for _, form := range []string{"gexf", "graphml"} {
		accounts(t, form, func(t *testing.T, text string) {
			out, report := imported(t, form, text)
			for _, tag := range xmlTags(t, text) {
				if whole(report, tag) || tag.attr("source") != "" && tag.attr("source") == tag.attr("target") && strings.Contains(report, "edges from a node to itself") {
					continue
				}
				name := tag.path[len(tag.path)-1]
				head, tail := text[:tag.end], text[tag.end:]
				stem := strings.TrimSuffix(strings.TrimSuffix(head, ">"), "/")
				close := ">"
				if tag.empty {
					close = "/>"
				}
				keeps(t, form, stem+` zz="zzv"`+close+tail, "an attribute of <"+name+">", append(tag.outer(), "zz of <"+name+">")...)
				for _, inner := range []string{`<zz in="1">x</zz>`, " zzt "} {
					changed := head + inner + tail
					if tag.empty {
						changed = stem + ">" + inner + "</" + name + ">" + tail
					}
					keeps(t, form, changed, inner+" in <"+name+">", append(tag.outer(), "<zz> in <"+name+">", "text in <"+name+">", name)...)
				}
				for _, a := range tag.attrs {
					if a.Name.Space == "" && !syntax[a.Name.Local] && !refers[name+" "+a.Name.Local] && !accounted(out, report, a.Value) &&
						!(a.Name.Local == "id" && strings.Contains(report, "ids that were changed")) && !lists(report, append(tag.outer(), a.Name.Local+" of <"+name+">", a.Name.Local)...) {
						t.Errorf("%s=%q of <%s> is lost silently", a.Name.Local, a.Value, name)
					}
				}
				if tag.text != "" && !accounted(out, report, tag.text) && !lists(report, append(tag.outer(), "text in <"+name+">", name)...) {
					t.Errorf("the text %q of <%s> is lost silently", tag.text, name)
				}
			}
		})
	}
}

// syntax are attributes and fields that say how to read a file; the tests of
// directions, times and defaults check their effect.
var syntax = map[string]bool{
	"xmlns": true, "version": true, "variant": true, "mode": true, "class": true, "type": true, "for": true, "key": true, "attr.type": true, "yfiles.type": true,
	"defaultedgetype": true, "edgedefault": true, "timeformat": true, "timetype": true, "timerepresentation": true, "idtype": true, "count": true,
	"directed": true, "multigraph": true, "multi": true, "allowSelfLoops": true, "undirected": true, "active": true,
	"attr.name": true, "title": true, // of a declaration; its values are looked up
	"@context": true, "purpose": true, "motivation": true, "start": true, "end": true, "start_offset": true, "end_offset": true, "identity_class": true,
	"d": true, "n": true, // the type and the name of an attribute in CX
	"recordType": true, "scheme": true, "recordStatus": true, "statementDate": true, "personType": true, "isComponent": true,
	"arrows": true, "arrow": true, "direction": true, "is_directional": true, "group": true,
}

// accounted reports whether a value is in the network, possibly as a term of its
// vocabulary or a changed id.
func accounted(out, report, value string) bool {
	plain := strings.Join(strings.Fields(value), " ")
	folded := strings.ToLower(out)
	for _, form := range []string{plain, strings.Split(plain, "T")[0]} {
		pieces := piece.FindAllString(form, -1)
		if !slices.ContainsFunc(pieces, func(s string) bool { return !strings.Contains(folded, strings.ToLower(s)) }) {
			return true
		}
	}
	return strings.Contains(report, plain)
}

// piece matches a word or a number of a value, whose parts may be in another order.
var piece = regexp.MustCompile(`[\p{L}\p{N}]+(?:\.[1-9])?`)

// TestAccountJSON adds an unknown field to every object, and looks up every existing
// value.
func TestAccountJSON(t *testing.T) {
	for _, form := range []string{"cytoscape", "jgf", "nodelink", "oligrapher", "gephilite", "kumu", "cx", "ftm", "stix", "annotations", "apoc", "bods", "popolo", "doccano", "labelstudio"} {
		accounts(t, form, func(t *testing.T, text string) {
			out, report := imported(t, form, text)
			for _, v := range jsonValues(t, text) {
				if slices.ContainsFunc(v.path, func(field string) bool { return slices.Contains(jsonWhole, field) }) && strings.Contains(report, "left out") ||
					slices.ContainsFunc(v.path, func(field string) bool { return slices.Contains(jsonSyntax, field) }) {
					continue
				}
				if form == "doccano" && v.last() == "text" && strings.Contains(report, "texts of documents") {
					continue
				}
				names := append(v.prefixes(), v.path...)
				if v.open >= 0 {
					if v.keyed {
						continue // it has ids, not fields
					}
					comma := ","
					if strings.HasPrefix(strings.TrimSpace(text[v.open:]), "}") {
						comma = ""
					}
					keeps(t, form, text[:v.open]+`"zz":"zzv"`+comma+text[v.open:], "a field of "+strings.Join(v.path, "."), append(names, strings.Join(append(v.path, "zz"), "."), "zz")...)
					continue
				}
				if last := v.last(); v.text != "" && !syntax[last] && last != "source" && last != "target" && !(last == "data" && v.text == "name") && !(slices.Contains(jsonIDs, last) && strings.Contains(report, "ids that were changed")) && !accounted(out, report, v.text) && !lists(report, names...) {
					t.Errorf("%s: %s is lost silently", strings.Join(v.path, "."), v.text)
				}
			}
		})
	}
}

// jsonWhole are fields whose contents are reported in their own words.
var jsonWhole = []string{"captions", "predictions", "annotations", "hyperedges", "graphs"}

// jsonSyntax are fields about the file's syntax, not about the network.
var jsonSyntax = []string{"metaData", "numberVerification", "attributeDeclarations", "CXVersion", "hasFragments", "nodeFields", "edgeFields", "options"}

// jsonIDs are fields with ids.
var jsonIDs = []string{"id", "_id", "@id", "from", "to", "owner", "asset", "subject", "object", "addressEntity", "proof", "parent", "po", "person_id", "organization_id", "post_id", "area_id", "legislative_period_id", "on_behalf_of_id", "from_id", "to_id"}

// jsonValue is an object or a scalar in a file.
type jsonValue struct {
	path  []string
	open  int    // of an object: the byte after its {; otherwise -1
	keyed bool   // an object with nodes or edges by id
	text  string // of a scalar that isn't null
}

func (v jsonValue) last() string {
	if len(v.path) == 0 {
		return ""
	}
	return v.path[len(v.path)-1]
}

// prefixes returns the paths of the fields around a value, and its own path.
func (v jsonValue) prefixes() []string {
	var paths []string
	for i := range v.path {
		paths = append(paths, strings.Join(v.path[:i+1], "."))
	}
	return paths
}

func jsonValues(t *testing.T, text string) []jsonValue {
	t.Helper()
	var all []jsonValue
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var read func(path []string, listed bool)
	read = func(path []string, listed bool) {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		path = slices.Clone(path)
		switch token {
		case json.Delim('{'):
			object := jsonValue{path: path, open: int(d.InputOffset())}
			last := object.last()
			object.keyed = !listed && (last == "nodes" || last == "edges" || last == "captions") && path[0] != "elements" && !strings.Contains(text, `"_data"`) ||
				last == "_data" && !listed || last == "nodeData" && !listed || last == "edgeData" && !listed
			all = append(all, object)
			for d.More() {
				field, err := d.Token()
				if err != nil {
					t.Fatal(err)
				}
				if object.keyed {
					read(path, true)
					continue
				}
				read(append(path, field.(string)), false)
			}
			d.Token()
		case json.Delim('['):
			for d.More() {
				read(path, true)
			}
			d.Token()
		case nil:
		default:
			all = append(all, jsonValue{path: path, open: -1, text: fmt.Sprint(token)})
		}
	}
	for d.More() { // more than one in JSON lines
		read(nil, false)
	}
	return all
}

// TestAccountDOT adds an unknown attribute at every place where one is allowed, and
// looks up every existing attribute.
func TestAccountDOT(t *testing.T) {
	accounts(t, "dot", func(t *testing.T, text string) {
		for at := range text {
			switch {
			case text[at] == '[' && !strings.Contains(text[:at], "/*"):
				keeps(t, "dot", text[:at+1]+"zz=zzv,"+text[at+1:], "an attribute of "+text[max(at-20, 0):at], "zz")
			case text[at] == '{' && at > 0 && text[at-1] == ' ' && strings.Count(text[:at], `"`)%2 == 0 && !strings.Contains(text[max(at-3, 0):at], "->"):
				keeps(t, "dot", text[:at+1]+" zz=zzv; "+text[at+1:], "an attribute of the graph "+text[max(at-20, 0):at], "zz")
			}
		}
	})
	data, err := os.ReadFile("dot/testdata/account/dot.dot")
	if err != nil {
		t.Fatal(err)
	}
	out, report := imported(t, "dot", string(data))
	found := regexp.MustCompile(`(\w+)="?(v\d+)`).FindAllSubmatch(data, -1)
	if len(found) < 40 {
		t.Fatalf("only %d attributes", len(found))
	}
	for _, m := range found {
		if !strings.Contains(out, string(m[2])) && !lists(report, string(m[1])) {
			t.Errorf("%s is lost silently", m[0])
		}
	}
}
