package question_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/question"
)

// ask asks a question about the shipped network and decodes the answer into a T. Fields
// that T doesn't have, such as an error, fail the test.
func ask[T any](t *testing.T, what, state string) T {
	t.Helper()
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	data := question.Answer(n, fmt.Appendf(nil, `{"ask":%q,"state":%s}`, what, state))
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.DisallowUnknownFields()
	var answer T
	if err := decoder.Decode(&answer); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return answer
}

// labels joins labels.
func labels(names []question.Name) string {
	var all []string
	for _, n := range names {
		all = append(all, n.Label)
	}
	return strings.Join(all, ", ")
}

// path returns the ids of the steps' firmest relations.
func path(steps []question.Step) string {
	var b strings.Builder
	for i, s := range steps {
		if i == 0 {
			b.WriteString(s.From.ID)
		}
		fmt.Fprintf(&b, " -%s-> %s", s.Relations[0].ID, s.To.ID)
	}
	return b.String()
}

func TestChain(t *testing.T) {
	tests := []struct {
		name, state string
		chains      []string
		otherwise   string
	}{
		{"one", `{"chain":{"from":"tehran","to":"hezbollah"}}`, []string{"tehran -tehran-over-quds-> quds-force -quds-hezbollah-> hezbollah"}, ""},
		{"several, shortest first", `{"chain":{"from":"tehran","to":"axis"}}`, []string{
			"tehran -tehran-chain-axis-> axis",
			"tehran -tehran-over-quds-> quds-force -quds-atop-axis-> axis",
		}, ""},
		{"none, but another way", `{"chain":{"from":"tehran","to":"israel"}}`, nil, "tehran -tehran-chain-axis-> axis -axis-attacks-israel-> israel"},
		{"none at all", `{"chain":{"from":"lebanon","to":"tehran"}}`, nil, ""},
		{"not through what is taken out", `{"chain":{"from":"tehran","to":"axis"},"remove":["quds-force"]}`, []string{"tehran -tehran-chain-axis-> axis"}, ""},
		{"not through what is hidden", `{"chain":{"from":"tehran","to":"hezbollah"},"hide":["status.implied"]}`, nil, ""},
		{"nor before it began", `{"chain":{"from":"qaani","to":"quds-force"},"asOf":"2019"}`, nil, "qaani -qaani-soleimani-friends-> soleimani -soleimani-commanded-quds-> quds-force; qaani -qaani-official-> tehran -tehran-over-quds-> quds-force"},
		{"and since", `{"chain":{"from":"qaani","to":"quds-force"},"asOf":"2021"}`, []string{"qaani -qaani-commands-quds-> quds-force"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := ask[question.ChainAnswer](t, "chain", test.state)
			var got []string
			for _, c := range a.Chains {
				got = append(got, path(c))
			}
			if fmt.Sprint(got) != fmt.Sprint(test.chains) || a.More {
				t.Errorf("got %q (more: %v), want %q", got, a.More, test.chains)
			}
			var ways []string
			for _, way := range append(a.Otherwise.Asserted, a.Otherwise.Open...) {
				ways = append(ways, path(way))
			}
			if got := strings.Join(ways, "; "); got != test.otherwise {
				t.Errorf("otherwise: got %q, want %q", got, test.otherwise)
			}
		})
	}
}

// TestChainsKeepAssertedBesideOpen asks about networks in which the only chain of
// command, or the shortest path of any relations, has an open claim.
func TestChainsKeepAssertedBesideOpen(t *testing.T) {
	relation := func(id, from, to string, kind network.RelationKind, status network.Status) network.Relation {
		return network.Relation{ID: id, From: from, To: to, Kind: kind, Status: status, Directed: true}
	}
	n := &network.Network{
		Nodes: []network.Node{{ID: "duke"}, {ID: "clerk"}, {ID: "bank"}, {ID: "mill"}, {ID: "smith"}},
		Relations: []network.Relation{
			relation("bribed", "duke", "clerk", "money", network.Ambiguous),
			relation("licensed", "clerk", "mill", "support", network.Stated),
			relation("owns", "duke", "bank", "ownership", network.Stated),
			relation("holds", "bank", "mill", "ownership", network.Stated),
			relation("shortcut", "duke", "smith", "money", network.Ambiguous),
			relation("hires", "mill", "smith", "support", network.Attributed),
			relation("orders", "clerk", "bank", "command", network.Ambiguous),
			relation("serves", "smith", "duke", "client", network.Stated),
		},
	}
	tests := []struct{ name, from, to, chains, open, asserted, openWays string }{
		{"of equal length", "duke", "mill", "", "", "duke -owns-> bank -holds-> mill", "duke -bribed-> clerk -licensed-> mill"},
		{"a shorter open way beside a longer asserted one", "duke", "smith", "", "", "duke -owns-> bank -holds-> mill -hires-> smith", "duke -shortcut-> smith"},
		{"nothing but an open chain", "clerk", "bank", "", "clerk -orders-> bank", "", ""},
		{"work for a client is no chain", "smith", "duke", "", "", "smith -serves-> duke", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var a question.ChainAnswer
			data := question.Answer(n, fmt.Appendf(nil, `{"ask":"chain","state":{"chain":{"from":%q,"to":%q}}}`, test.from, test.to))
			if err := json.Unmarshal(data, &a); err != nil {
				t.Fatal(err)
			}
			for _, c := range []struct {
				what string
				got  [][]question.Step
				want string
			}{
				{"chains", a.Chains, test.chains}, {"open chains", a.Open, test.open},
				{"other ways", a.Otherwise.Asserted, test.asserted}, {"other open ways", a.Otherwise.Open, test.openWays},
			} {
				var paths []string
				for _, steps := range c.got {
					paths = append(paths, path(steps))
				}
				if got := strings.Join(paths, "; "); got != c.want {
					t.Errorf("%s: got %q, want %q", c.what, got, c.want)
				}
			}
		})
	}
}

func TestChainStepsHavePassages(t *testing.T) {
	a := ask[question.ChainAnswer](t, "chain", `{"chain":{"from":"tehran","to":"axis"}}`)
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := map[string]int{}
	for _, p := range n.Passages {
		paragraphs[p.ID] = p.Paragraph
	}
	for _, c := range a.Chains {
		for _, s := range c {
			for _, r := range s.Relations {
				if len(r.Passages) == 0 {
					t.Errorf("%s has no passage", r.ID)
				}
				for _, p := range r.Passages {
					if paragraphs[p.ID] != p.Paragraph {
						t.Errorf("%s cites %s in paragraph %d, which is in %d", r.ID, p.ID, p.Paragraph, paragraphs[p.ID])
					}
				}
			}
		}
	}
}

func TestWithout(t *testing.T) {
	tests := []struct{ name, state, out, lost, kept string }{
		{"nothing", `{"remove":[]}`, "", "", "Quds Force 1/1, Iran’s militia network 2/2, Hezbollah 1/1, Houthis 1/1, Militias in Iraq 1/1, Militias in Syria 1/1, Allies in the Palestinian territories 1/1"},
		{"Soleimani", `{"remove":["soleimani"]}`, "", "", "Quds Force 1/1, Iran’s militia network 2/2, Hezbollah 1/1, Houthis 1/1, Militias in Iraq 1/1, Militias in Syria 1/1, Allies in the Palestinian territories 1/1"},
		{"the Quds Force", `{"remove":["quds-force"]}`, "Quds Force", "Hezbollah, Houthis, Militias in Iraq, Militias in Syria", "Iran’s militia network 2/1, Allies in the Palestinian territories 1/1"},
		{"a relation", `{"remove":["quds-houthis"]}`, "", "Houthis", "Quds Force 1/1, Iran’s militia network 2/2, Hezbollah 1/1, Militias in Iraq 1/1, Militias in Syria 1/1, Allies in the Palestinian territories 1/1"},
		{"what is hidden has no chain to lose", `{"remove":["quds-force"],"hide":["status.implied"]}`, "", "", "Iran’s militia network 1/1, Allies in the Palestinian territories 1/1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := ask[question.WithoutAnswer](t, "without", test.state)
			var kept []string
			for _, k := range a.Kept {
				kept = append(kept, fmt.Sprintf("%s %d/%d", k.Node.Label, k.Before.N, k.After.N))
			}
			for _, c := range [][3]string{{"out", labels(a.Out), test.out}, {"lost", labels(a.Lost), test.lost}, {"kept", strings.Join(kept, ", "), test.kept}} {
				if c[1] != c[2] {
					t.Errorf("%s: got %q, want %q", c[0], c[1], c[2])
				}
			}
			if want := len(a.Out) + len(a.Lost) + len(a.Kept); a.Before != want {
				t.Errorf("before: got %d, want %d", a.Before, want)
			}
		})
	}
}

func TestCutsAndWeakPoints(t *testing.T) {
	a := ask[question.WithoutAnswer](t, "without", `{"remove":[]}`)
	if len(a.Weakest) != 1 || a.Weakest[0].Node.ID != "quds-force" || labels(a.Weakest[0].Cuts) != "Hezbollah, Houthis, Militias in Iraq, Militias in Syria" {
		t.Errorf("weakest: got %+v", a.Weakest)
	}
	for _, k := range a.Kept {
		var relations []string
		for _, r := range k.CutRelations {
			relations = append(relations, r.ID)
		}
		got := fmt.Sprintln(k.Apart, labels(k.CutNodes), relations)
		switch k.Node.ID {
		case "axis": // three relations from Tehran, and one through the Quds Force
			if len(relations) != 4 || k.Apart != 2 {
				t.Errorf("axis: got %s", got)
			}
		case "hezbollah":
			if got != "1 Quds Force []\n" {
				t.Errorf("hezbollah: got %s", got)
			}
		}
	}
	if got, want := labels(a.Joints), "Esmail Qaani, Iran’s militia network, Hezbollah, Houthis, Israel, Fighters for Syria’s government"; got != want {
		t.Errorf("joints: got %s, want %s", got, want)
	}
}

func TestRemovalListsRelations(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	ids := func(of func(network.Relation) bool) []string {
		var ids []string
		for _, r := range n.Relations {
			if of(r) {
				ids = append(ids, r.ID)
			}
		}
		return ids
	}
	arms := ids(func(r network.Relation) bool { return r.Kind == "arms" })
	support := ids(func(r network.Relation) bool { return network.BuiltIn.Family(r.Kind) == network.Support })
	tests := []struct {
		name   string
		remove []string
		want   string
	}{
		{"a node and a relation", []string{"qaani", "axis-attacks-israel"}, "node qaani; relation axis-attacks-israel"},
		{"all of a kind", arms, "kind arms"},
		{"all of a family, and a node", append([]string{"qaani"}, support...), "family support; node qaani"},
		{"not all of a kind", arms[1:], "relation " + strings.Join(arms[1:], "; relation ")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			state, _ := json.Marshal(map[string]any{"remove": test.remove})
			var got []string
			for _, r := range ask[question.WithoutAnswer](t, "without", string(state)).Removed {
				switch {
				case r.Node != nil:
					got = append(got, "node "+r.Node.ID)
				case r.Relation != nil:
					got = append(got, "relation "+r.Relation.ID)
				case r.Kind != "":
					got = append(got, "kind "+string(r.Kind))
				default:
					got = append(got, "family "+string(r.Family))
				}
			}
			if got := strings.Join(got, "; "); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestMeasure(t *testing.T) {
	tests := []struct{ name, state, first string }{
		{"degree", `{"size":"degree"}`, "axis 32"},
		{"reach", `{"size":"reach"}`, "tehran 7"},
		{"of what is left", `{"size":"reach","remove":["tehran"]}`, "qaani 6"},
		{"of what is shown", `{"size":"reach","hide":["node.person"],"remove":["tehran"]}`, "quds-force 5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := ask[question.MeasureAnswer](t, "measure", test.state)
			if got := fmt.Sprintf("%s %g", a.List[0].Node.ID, a.List[0].Value); got != test.first {
				t.Errorf("got %s first, want %s", got, test.first)
			}
			if a.List[0].Share != 1 {
				t.Errorf("the first has a share of %g", a.List[0].Share)
			}
			for i, m := range a.List[1:] {
				if m.Value > a.List[i].Value || m.Value <= 0 {
					t.Errorf("%s with %g comes after %g", m.Node.ID, m.Value, a.List[i].Value)
				}
			}
		})
	}
}

func TestDiagnostics(t *testing.T) {
	tests := []struct{ name, asked, want string }{
		{"no JSON", `{`, "decode question: unexpected end of JSON input"},
		{"an unknown question", `{"ask":"who"}`, `question "who" is none of chain, without, measure, legal, claims, network and shown`},
		{"no ends", `{"ask":"chain","state":{"chain":null}}`, "a chain needs the nodes at its ends"},
		{"an unknown end", `{"ask":"chain","state":{"chain":{"from":"a","to":"nobody"}}}`, `chains to node "nobody", which is not in the network`},
		{"an unknown part", `{"ask":"without","state":{"remove":["nobody"]}}`, `what if without "nobody", which is neither a node nor a relation of the network`},
		{"an unknown measure", `{"ask":"measure","state":{"size":"weight"}}`, `measure "weight" is none of ["degree" "betweenness" "reach"]`},
		{"a date that is none", `{"ask":"measure","state":{"asOf":"198X"}}`, `date "198X" is none of YYYY, YYYY-MM and YYYY-MM-DD`},
	}
	n := &network.Network{Root: "a", Nodes: []network.Node{{ID: "a"}}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got question.Failure
			if err := json.Unmarshal(question.Answer(n, []byte(test.asked)), &got); err != nil || got.Error != test.want {
				t.Errorf("got %q, want %q", got.Error, test.want)
			}
		})
	}
}

func TestWithoutARoot(t *testing.T) {
	n := &network.Network{Nodes: []network.Node{{ID: "a"}}}
	if got := string(question.Answer(n, []byte(`{"ask":"without","state":{}}`))); !strings.Contains(got, "names no root") {
		t.Errorf("got %s", got)
	}
}
