package format_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// tables imports texts of tables, the edges first.
func tables(t *testing.T, o format.Options, texts ...string) (*network.Network, []string, error) {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, text := range texts {
		path := filepath.Join(dir, fmt.Sprintf("%d.csv", i))
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	n, losses, err := format.Import(paths, o)
	if err != nil {
		return nil, nil, fmt.Errorf("%s", strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
	}
	reads(t, file.Encode(n), n)
	return n, losses.Lines(), nil
}

// edgesOf formats relations as “from > to verb [period]”, with -- if they are
// undirected.
func edgesOf(n *network.Network) []string {
	label := map[string]string{}
	for _, o := range n.Nodes {
		label[o.ID] = o.Label
	}
	var out []string
	for _, r := range n.Relations {
		arrow := " -- "
		if r.Directed {
			arrow = " > "
		}
		line := label[r.From] + arrow + label[r.To]
		if r.Verb != "is tied to" {
			line += " " + r.Verb
		}
		if r.Period != nil {
			line += " [" + r.Period.EDTF + "]"
		}
		out = append(out, line)
	}
	return out
}

// TestTables imports tables in the styles of other programs and of people.
func TestTables(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Quelle\tZiel\tTyp\r\nŁucja\tŽeljko\tgerichtet\r\n")
	if err != nil {
		t.Fatal(err)
	}
	unmarked, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String("Source;Target\r\nŁucja;Željko\r\n")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		tables []string
		want   string // edges, separated by "; "
	}{
		{"Kumu's Type beside Direction", []string{"From,To,Type,Direction,Label\na,b,friendship,mutual,likes\na,c,funding,directed,pays\nc,d,marriage,undirected,is married to\n"}, "a -- b likes; a > c pays; c -- d is married to"},
		{"German and French types", []string{"Source;Target;Type\na;b;Ungerichtet\na;c;Gerichtet\na;d;Non orienté\na;e;ORIENTÉ\n"}, "a -- b; a > c; a -- d; a > e"},
		{"Persian, Russian and Chinese types", []string{"source,target,type\na,b,بدون جهت\na,c,جهت\u200cدار\na,d,Неориентированное\na,e,无向\na,f,有向\n"}, "a -- b; a > c; a -- d; a -- e; a > f"},
		{"short words beside long ones", []string{"Source,Target,Type\na,b,U\na,c,D\na,d,undirected\n"}, "a -- b; a > c; a -- d"},
		{"both ways", []string{"Source,Target,Type\na,b,both\na,c,bidirectional\na,d,two-way\n"}, "a -- b; a -- c; a -- d"},
		{"reversed", []string{"from,to,direction\na,b,reverse\na,c,<-\na,d,->\n"}, "b > a; c > a; a > d"},
		{"a column for one direction", []string{"source,target,undirected\na,b,true\na,c,false\n"}, "a -- b; a > c"},
		{"a direction for a relationship", []string{"source,target,relationship\na,b,mutual\na,c,visited\n"}, "a > b; a > c visited"},
		{"types that are no directions", []string{"Source,Target,Type\na,b,1\na,c,advises\n"}, "a > b 1; a > c advises"},
		{"our own directed", []string{"Source,Target,Type,directed\na,b,Directed,false\na,c,Directed,\n"}, "a -- b; a > c"},

		{"blank rows and surplus fields", []string{"Source;Target;Type\r\na;b;Directed;;;\r\n;;\r\n\r\n ;\t;\r\nb;c;;\r\n;;;;;\r\n"}, "a > b; b > c"},
		{"a separator line", []string{"sep=;\r\nSource;Target;Label\r\nAlfa, GmbH;b;beschäftigt\r\n"}, "Alfa, GmbH > b beschäftigt"},
		{"a quoted separator line", []string{"\ufeff\"sep=|\"\nSource|Target\na;1|b,2\n"}, "a;1 > b,2"},
		{"a tab as separator", []string{"SEP=\t\nSource\tTarget\na,1\tb,2\n"}, "a,1 > b,2"},
		{"ends of lines of an old Mac", []string{"Source,Target,Label\ra,b,\"one\ntwo\"\rb,c,x\r"}, "a > b one two; b > c x"},
		{"separators in a quoted head", []string{"Source;Target;\"Amount; in €, $, £, ¥, ₽\"\na;b;5\n"}, "a > b"},
		{"line breaks in a quoted head", []string{"\"Source\"\t\"Target\"\t\"Note,\nwith, commas\"\na\tb\tx\n"}, "a > b"},
		{"UTF-16 of Excel", []string{utf16}, "Łucja > Željko"},
		{"UTF-16 without a mark", []string{unmarked}, "Łucja > Željko"},

		{"nodes with Start and End", []string{"Source,Target\na,b\n", "Id,Label,Start,End\na,Anna,1980,1990\nb,Berta,1985,\n"}, "Anna > Berta"},
		{"nodes with From and To", []string{"Source,Target\na,b\n", "Label;Id;From;To\nAnna;a;1980;1990\nBerta;b;;\n"}, "Anna > Berta"},
		{"the nodes first", []string{"Id,Label\na,Anna\nb,Berta\n", "Source,Target\na,b\n"}, "Anna > Berta"},
		{"nodes in three tables", []string{"node_id_start,node_id_end,rel_type,link,start_date,end_date\n1,2,officer_of,shareholder of,04-MAY-2001,\n2,3,registered_address,,,2009-01-01\n",
			"node_id,name\n2,Alfa Ltd\n", "node_id,name,countries\n1,Anna,Malta\n", "node_id,address\n3,1 Quay\n"}, "Anna > Alfa Ltd shareholder of [2001-05-04/]; Alfa Ltd > 1 Quay registered address [/2009-01-01]"},
		{"Neo4j", []string{":START_ID,:END_ID,:TYPE,since:int,weight:float\np1,c1,OWNS_PART_OF,1999,1\n", "personId:ID,name:string,:LABEL\np1,Anna,Person\nc1,Cargo Ltd,Company\n"}, "Anna > Cargo Ltd owns part of [1999/..]"},
		{"Neo4j with groups of ids", []string{":START_ID(Person),:END_ID(Company),:TYPE\n1,1,OWNS\n2,1,RUNS\n", "id:ID(Person),name\n1,Anna\n2,Berta\n", "id:ID(Company){label:Company},name\n1,Cargo Ltd\n"}, "Anna > Cargo Ltd owns; Berta > Cargo Ltd runs"},
		{"NodeXL", []string{"Vertex 1,Vertex 2,Relationship\nanna,berta,Mentions\n", "Vertex,Label\nanna,Anna\nberta,Berta\n"}, "Anna > Berta Mentions"},
		{"subject, predicate, object", []string{"subject,predicate,object\na,owns,b\n"}, "a > b owns"},

		{"Start and End", []string{"Source,Target,Start,End\na,b,1998,2003\na,c,1998,\na,d,,2003\na,e,,\n"}, "a > b [1998/2003]; a > c [1998/]; a > d [/2003]; a > e"},
		{"start_date and end_date", []string{"Source,Target,start_date,end_date\na,b,1998-02-01,2003-05-01 00:00:00\na,c,1998/2/1,9999-12-31\n"}, "a > b [1998-02-01/2003-05-01]; a > c [1998-02-01/..]"},
		{"From and To for dates", []string{"Source,Target,From,To\na,b,1998,2003-05\n"}, "a > b [1998/2003-05]"},
		{"From year and To year", []string{"From,To,From year,To year\na,b,1998.0,2003.0\n"}, "a > b [1998/2003]"},
		{"Year, Date, Since", []string{"From,To,Year,Since\na,b,1998,\na,c,,2001\n"}, "a > b [1998]; a > c [2001/..]"},
		{"Date", []string{"From,To,Date\na,b,1998\na,c,March 2004\na,d,31/12/2004\na,e,12/31/2004\na,f,1. 2. 2004\na,g,3.2.2004\na,h,1998–2003\n"},
			"a > b [1998]; a > c [2004-03]; a > d [2004-12-31]; a > e [2004-12-31]; a > f; a > g [2004-02-03]; a > h [1998/2003]"},
		{"Period", []string{"From,To,Period\na,b,1998/2003\na,c,1998~\na,d,1998-2003\n"}, "a > b [1998/2003]; a > c [1998~]; a > d [1998/2003]"},
		{"Gephi's timeset", []string{"Source,Target,timeset\na,b,\"<[1998.0, 2003.0]>\"\na,c,\n"}, "a > b [1998/2003]; a > c"},
		{"Graph Commons", []string{"From Type,From Name,Edge Type,To Type,To Name,Weight\nPerson,a,OWNS,Company,b,1\n"}, "a > b owns"},
		{"dates that can be two", []string{"From,To,Date\na,b,04/05/2001\na,c,05/05/2001\n"}, "a > b; a > c [2001-05-05]"},
		{"an end before its beginning", []string{"From,To,Start,End\na,b,2003,1998\n"}, "a > b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, losses, err := tables(t, format.DefaultOptions(), test.tables...)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(edgesOf(n), "; "); got != test.want {
				t.Errorf("got  %s\nwant %s\nlosses %q", got, test.want, losses)
			}
		})
	}
}

// TestTableDiagnostics imports unreadable tables, and compares the diagnostics.
func TestTableDiagnostics(t *testing.T) {
	tests := []struct {
		name   string
		tables []string
		want   string
	}{
		{"a direction that is none", []string{"Source,Target,Type\na,b,Undirected\na,c,Sideways\n"}, `0.csv:3: unknown direction "Sideways" in the column "Type"; write directed, undirected or mutual; if the column says something else, give it another name`},
		{"a row too long", []string{"Source,Target\na,b,,\na,b,,c\n"}, "0.csv:3: it has 4 fields, and the head has 2; put texts with a separator in them into quotation marks"},
		{"a matrix with a row twice", []string{";A;B\nA;0;1\nA;0;0\n"}, `0.csv:3: a second row for "A"; rename one of the two`},
		{"a matrix with a row without a name", []string{";A;B\nA;0;1\n;0;1\n"}, "0.csv:3: a row of the matrix has no name; write the name of its node"},
		{"lists of neighbours", []string{"a;b\nb;c;d\n"}, "0.csv:1: it has no columns for the ends of edges; name two columns Source and Target; if they are in another file, name that file too"},
		{"dates for ends", []string{"Id,Label,Start,End\na,Anna,1980,1990\nb,Berta,1985,2001-05\n"}, `0.csv:1: the columns "Start" and "End" hold dates, not the ends of edges; name the file with the edges, and this one with --nodes`},
		{"two tables of edges", []string{"Source,Target\na,b\n", "Id,Source,Target\n1,a,b\n"}, "1.csv:1: it has edges, and so has 0.csv; give one table of edges and one of nodes"},
		{"an edge's id twice", []string{"Id,Source,Target\n5,a,b\n5,b,c\n"}, "0.csv:3: 5: this id is already that of the edge in line 2; give one of the two another id, or take their ids out"},
		{"a node's id twice", []string{"Source,Target\na,b\n", "Id\na\nb\na\n"}, "1.csv:4: a: this id is already that of the node in line 2; give one of the two another id"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, _, err := tables(t, format.DefaultOptions(), test.tables...)
			if err == nil {
				t.Fatalf("got %v, want an error", edgesOf(n))
			}
			if err.Error() != test.want {
				t.Errorf("got  %s\nwant %s", err, test.want)
			}
		})
	}
}

// TestTableEncodings reads tables in Windows encodings. Without the name of the
// encoding, the diagnostic suggests the right one first.
func TestTableEncodings(t *testing.T) {
	tests := []struct {
		name string
		enc  *charmap.Charmap
		text string
		word string
	}{
		{"windows-1252", charmap.Windows1252, "Source;Target\nZoë Müller;André “B”\n", "Zoë"},
		{"windows-1251", charmap.Windows1251, "Source;Target\nАнна Ковальчук;Ольга\n", "Анна"},
		{"windows-1256", charmap.Windows1256, "Source;Target\nقاسم سليماني;حسن نصر الله\n", "قاسم"},
		{"windows-1253", charmap.Windows1253, "Source;Target\nΑλέξης Παπαδόπουλος;Ελένη\n", "Αλέξης"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, err := test.enc.NewEncoder().String(test.text)
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = tables(t, format.DefaultOptions(), text)
			if want := fmt.Sprintf("0.csv:2: this is not UTF-8, but in %s it reads %q", test.name, test.word); err == nil || !strings.HasPrefix(err.Error(), want) || !strings.HasSuffix(err.Error(), "--encoding "+test.name) {
				t.Errorf("got  %v\nwant %s …", err, want)
			}
			o := format.DefaultOptions()
			o.Encoding = test.name
			n, _, err := tables(t, o, text)
			if err != nil {
				t.Fatal(err)
			}
			if got := n.Nodes[0].Label; !strings.HasPrefix(test.text, "Source;Target\n"+got+";") {
				t.Errorf("got the node %q", got)
			}
			if _, _, err := tables(t, o, "\ufeff"+test.text); err != nil {
				t.Errorf("a byte order mark is more than a name: %v", err)
			}
		})
	}
	o := format.DefaultOptions()
	for _, name := range []string{"klingon", "iso-2022-kr", "x-user-defined"} {
		o.Encoding = name
		if err := o.Validate(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("the encoding %s: got %v", name, err)
		}
	}
}

// TestTablesReportEveryLoss gives tables a column for every known name, and one
// with an unknown name. Each value must be in the network, or the losses must name its
// column.
func TestTablesReportEveryLoss(t *testing.T) {
	nodeColumns := []string{
		"kind", "type", "category", "class", "summary", "description", "blurb", "phrase", "aliases", "names", "root", "passages", "url",
		"title", "display name", "x", "color", "size", "_hidden", "SUID", "status", "start", "end", "since", "date", "period", "unknown thing", "note", "quote",
	}
	edgeColumns := []string{
		"kind", "relation", "interaction", "relationship", "type", "direction", "directed", "verb", "name", "weight", "status", "quote", "speaker", "note",
		"period", "period-words", "period-note", "start", "end", "since", "until", "date", "year", "past", "open", "inference", "lead", "passages",
		"link", "predicate", "rel_type", "x", "colour", "thickness", "_hidden", "SUID", "unknown thing", "left:IGNORE", "paragraph", "summary", "source id", "target id",
	}
	for _, alone := range []bool{false, true} {
		columns := func(all []string, check func(name, head, row string)) {
			if alone {
				for _, name := range all {
					check(name, ","+name, ",value of it")
				}
				return
			}
			head, row := "", ""
			for i, name := range all {
				head += "," + name
				row += fmt.Sprintf(",value%d of it", i)
			}
			check("", head, row)
		}
		accounted := func(t *testing.T, all []string, n *network.Network, losses []string) {
			t.Helper()
			said := string(file.Encode(n)) + strings.Join(losses, "\n")
			for i, name := range all {
				value := "value of it"
				if !alone {
					value = fmt.Sprintf("value%d of it", i)
				}
				report := strings.Join(losses, "\n")
				named := lists(report, name)
				if name == "left:IGNORE" {
					named = strings.Contains(report, "columns marked “:IGNORE”")
				}
				if !strings.Contains(said, value) && !named {
					t.Errorf("%q is dropped, and nothing says so: %q\n%s", name, losses, file.Encode(n))
				}
			}
		}
		columns(nodeColumns, func(name, head, row string) {
			t.Run(fmt.Sprintf("nodes %s %v", name, alone), func(t *testing.T) {
				n, losses, err := tables(t, format.DefaultOptions(), "Source,Target\na,b\n", "Id,Label"+head+"\na,Anna"+row+"\nb,Berta\n")
				if err != nil {
					t.Fatal(err)
				}
				if alone {
					accounted(t, []string{name}, n, losses)
				} else {
					accounted(t, nodeColumns, n, losses)
				}
			})
		})
		columns(edgeColumns, func(name, head, row string) {
			t.Run(fmt.Sprintf("edges %s %v", name, alone), func(t *testing.T) {
				n, losses, err := tables(t, format.DefaultOptions(), "Source,Target"+head+"\na,b"+row+"\n")
				if err != nil {
					t.Fatal(err)
				}
				if alone {
					accounted(t, []string{name}, n, losses)
				} else {
					accounted(t, edgeColumns, n, losses)
				}
			})
		})
	}
}

// TestStatusesAndQuotes imports statuses and quotes of claims from a table.
func TestStatusesAndQuotes(t *testing.T) {
	n, losses, err := tables(t, format.DefaultOptions(), "from,to,verb,status,quote,speaker,note\n"+
		"a,b,paid,ambiguous,looking into whether he paid,,\na,c,met,attributed,,A clerk,at noon\na,d,saw,ambigous,,,\na,e,left,unsourced,,,\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range n.Relations {
		got = append(got, fmt.Sprintf("%s %v %s", r.Status, r.Open, r.Note))
	}
	want := []string{
		"unsourced true Imported with status ambiguous; quote looking into whether he paid.",
		"unsourced false at noon. Imported with status attributed; speaker A clerk.",
		"unsourced false Imported with status ambigous.",
		"unsourced false ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, want := range []string{
		`statuses of relations that no passage supports, kept in notes: 2, such as "ambiguous"`,
		`values of “status” that are none of stated, attributed, implied, ambiguous and resolved, kept in notes: 1, such as "ambigous"`,
		`quotes, kept in notes; name the article with --article to import them as passages: 1, such as "looking into whether he paid"`,
		`values without a field of their own, kept in summaries and notes: 5 (status 3, quote 1, speaker 1)`,
	} {
		if !slices.Contains(losses, want) {
			t.Errorf("nothing says %s: %q", want, losses)
		}
	}
}

// TestFormulasRoundTrip exports texts that spreadsheets would run as formulas, and
// imports them again.
func TestFormulasRoundTrip(t *testing.T) {
	for _, text := range []string{"=1+1", "+41 club", "-x", "@home", "＝1", "'=1", "“=1”", "− minus"} {
		n, _, err := tables(t, format.DefaultOptions(), "Source,Target,Label\na,b,x\n")
		if err != nil {
			t.Fatal(err)
		}
		n.Nodes[0].Label, n.Relations[0].Verb, n.Relations[0].Note = text, text, text
		outputs, _, err := format.Export(n, "csv", format.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range outputs {
			if !strings.HasPrefix(string(o.Data), "\ufeff") || !strings.HasSuffix(string(o.Data), "\r\n") {
				t.Errorf("%s is not as Excel opens it: %q", o.Part, o.Data)
			}
		}
		got, _, err := tables(t, format.DefaultOptions(), string(outputs[1].Data), string(outputs[0].Data))
		if err != nil {
			t.Fatal(err)
		}
		if got.Nodes[0].Label != text || got.Relations[0].Verb != text || got.Relations[0].Note != text {
			t.Errorf("%q comes back as %q, %q and %q", text, got.Nodes[0].Label, got.Relations[0].Verb, got.Relations[0].Note)
		}
	}
}

// TestImportRemovesForbiddenCharacters imports names with characters that an
// author's file refuses: they are removed and reported as losses.
func TestImportRemovesForbiddenCharacters(t *testing.T) {
	for _, c := range []rune{0x07, 0x1b, 0x9b, 0x200b, 0x2028, 0x202e, 0x2060, 0x2067, 0x180e, 0xfeff, 0xe0041, 0x3164} {
		n, losses, err := tables(t, format.DefaultOptions(), "Source,Target\nan"+string(c)+"na,b\n")
		if err != nil {
			t.Fatalf("%U: %v", c, err)
		}
		if got := n.Nodes[0].Label; strings.ContainsRune(got, c) {
			t.Errorf("%U: got %q", c, got)
		}
		if c != 0x2028 && !strings.Contains(strings.Join(losses, "\n"), "texts with characters that are invisible") {
			t.Errorf("%U: nothing says so: %q", c, losses)
		}
	}
	n, _, err := tables(t, format.DefaultOptions(), "Source,Target\nمی\u200cخواهم,\u200fשלום\u200f (א)\n")
	if err != nil {
		t.Fatal(err)
	}
	if n.Nodes[0].Label != "می\u200cخواهم" || n.Nodes[1].Label != "\u200fשלום\u200f (א)" {
		t.Errorf("honest names become %q and %q", n.Nodes[0].Label, n.Nodes[1].Label)
	}
}
