package desk_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"proxynet/web/desk"
)

// styledAct is an act, and what it does to a network.
type styledAct struct {
	act  values
	want func(n tree, a *desk.Acted, passage string) // n has the new passage already
}

// textsToSet are texts that YAML could take for something else.
var textsToSet = []string{"Another: #1", "- x", "yes", "null", "it's", `a "b" \ c`, "قاسم سلیمانی", "[of] {it}", " spaced ", "1990", "*a1 & b", "A text that is long enough for a block: of several words, and \\d."}

// styledActs returns one act of each sort, on random records.
func styledActs(r *rand.Rand, p *page) []styledAct {
	text := textsToSet[r.IntN(len(textsToSet))]
	v := p.view
	node, other := v.Nodes[r.IntN(len(v.Nodes))], v.Nodes[r.IntN(len(v.Nodes))]
	relation := v.Relations[r.IntN(len(v.Relations))]
	step := v.Steps[r.IntN(len(v.Steps))]
	words := p.words("one more thing is here")
	set := func(id, field string, value, want any) styledAct {
		return styledAct{values{"do": "set", "id": id, "field": field, "value": value}, func(n tree, _ *desk.Acted, _ string) {
			if want == nil {
				delete(record(n, id), field)
			} else {
				record(n, id)[field] = want
			}
		}}
	}
	add := func(id, field string, item func(passage string) any, act values) styledAct {
		return styledAct{act, func(n tree, _ *desk.Acted, passage string) {
			list, _ := record(n, id)[field].([]any)
			record(n, id)[field] = append(slices.Clone(list), item(passage))
		}}
	}
	insert := func(section string, act values, fields func(id, passage string) tree) styledAct {
		return styledAct{act, func(n tree, a *desk.Acted, passage string) {
			list, _ := n[section].([]any)
			n[section] = append(list, fields(a.Made[len(a.Made)-1], passage))
		}}
	}
	trimmed := strings.TrimSpace(text)
	behind := v.Steps[1+r.IntN(2)].ID
	return []styledAct{
		set(node.ID, "label", text, trimmed),
		set(node.ID, "summary", text, trimmed),
		set(node.ID, "summary", "", nil),
		set(node.ID, "kind", "group", "group"),
		set(node.ID, "aliases", []string{text, "b, c"}, []any{trimmed, "b, c"}),
		set(node.ID, "aliases", []string{}, nil),
		set("", "title", text, trimmed),
		set("", "summary", text, trimmed),
		set(relation.ID, "verb", text, trimmed),
		set(relation.ID, "note", text, trimmed),
		set(relation.ID, "note", nil, nil),
		set(relation.ID, "period", nil, nil),
		set(relation.ID, "period", values{"edtf": "2018-05", "means": "began", "words": text}, tree{"edtf": "2018-05", "means": "began", "words": trimmed}),
		set(relation.ID, "past", true, "true"),
		set(v.Events[0].ID, "label", text, trimmed),
		set(v.Events[0].ID, "date", nil, nil),
		set(v.Events[0].ID, "summary", text, trimmed),
		set(step.ID, "title", text, trimmed),
		set(step.ID, "text", text, trimmed),
		set(step.ID, "passages", []string{"q-lend", "q-fa"}, []any{"q-lend", "q-fa"}),
		set(step.ID, "state", values{"light": []string{node.ID}}, tree{"light": []any{node.ID}}),
		{values{"do": "reverse", "relation": relation.ID}, func(n tree, _ *desk.Acted, _ string) {
			r := record(n, relation.ID)
			r["from"], r["to"] = r["to"], r["from"]
		}},
		{values{"do": "all", "acts": []values{
			{"do": "set", "id": relation.ID, "field": "verb", "value": text}, {"do": "set", "id": relation.ID, "field": "note", "value": ""},
			{"do": "set", "id": relation.ID, "field": "past", "value": !relation.Past}, {"do": "set", "id": relation.ID, "field": "period", "value": "2001"},
		}}, func(n tree, _ *desk.Acted, _ string) {
			r := record(n, relation.ID)
			delete(r, "note")
			r["verb"], r["past"], r["period"] = trimmed, fmt.Sprint(!relation.Past), "2001"
		}},
		{values{"do": "all", "acts": []values{
			{"do": "set", "id": "council-board", "field": "status", "value": "attributed"},
			{"do": "attribute", "passages": []string{"q-answers", "q-council"}, "speaker": values{"label": "A clerk", "kind": "unnamed"}},
		}}, func(n tree, a *desk.Acted, _ string) {
			record(n, "council-board")["status"] = "attributed"
			for _, id := range []string{"q-answers", "q-council"} {
				record(n, id)["speaker"], record(n, id)["manner"] = a.Made[0], "paraphrased"
			}
			n["speakers"] = append(n["speakers"].([]any), tree{"id": a.Made[0], "label": "A clerk", "kind": "unnamed"})
		}},
		{values{"do": "move", "id": step.ID, "after": ""}, func(n tree, _ *desk.Acted, _ string) { moveStep(n, step.ID, "") }},
		{values{"do": "move", "id": "orders", "after": behind}, func(n tree, _ *desk.Acted, _ string) { moveStep(n, "orders", behind) }},
		{values{"do": "rename", "id": node.ID, "to": "another-id"}, func(n tree, _ *desk.Acted, _ string) {
			renameIn(n, node.ID, "another-id")
		}},
		add(node.ID, "passages", func(p string) any { return p }, values{"do": "cite", "id": node.ID, "selection": words}),
		add(relation.ID, "passages", func(p string) any { return p }, values{"do": "cite", "id": relation.ID, "selection": words}),
		add(node.ID, "facts", func(p string) any { return tree{"kind": "share", "value": "12", "passages": []any{p}} }, values{"do": "fact", "id": node.ID, "selection": words, "kind": "share", "value": "12"}),
		add(relation.ID, "against", func(p string) any { return tree{"speaker": "pilot", "says": "denies", "passages": []any{p}} }, values{"do": "against", "relation": relation.ID, "selection": words, "speaker": "pilot", "says": "denies"}),
		add(relation.ID, "legal", func(p string) any { return tree{"stage": "settled", "date": "2022", "passages": []any{p}} }, values{"do": "stage", "relation": relation.ID, "selection": words, "stage": "settled", "date": "2022"}),
		insert("nodes", values{"do": "name", "selection": words, "label": text, "kind": "person"}, func(id, passage string) tree {
			return tree{"id": id, "label": trimmed, "kind": "person", "passages": []any{passage}}
		}),
		insert("events", values{"do": "event", "selection": words, "label": text, "participants": []values{{"node": node.ID, "role": "r"}}, "date": "2019-05-03"}, func(id, passage string) tree {
			return tree{"id": id, "label": trimmed, "date": "2019-05-03", "participants": []any{tree{"node": node.ID, "role": "r"}}, "passages": []any{passage}}
		}),
		insert("speakers", values{"do": "speaker", "label": text, "kind": "named", "selection": words}, func(id, passage string) tree {
			return tree{"id": id, "label": trimmed, "kind": "named", "passages": []any{passage}}
		}),
		{values{"do": "step", "title": text, "text": text, "passages": []string{"q-fa"}, "show": []string{node.ID}, "after": step.ID}, func(n tree, a *desk.Acted, _ string) {
			steps := n["story"].([]any)
			at := slices.IndexFunc(steps, func(s any) bool { return s.(tree)["id"] == step.ID })
			n["story"] = slices.Insert(slices.Clone(steps), at+1, any(tree{"id": a.Made[0], "title": trimmed, "text": trimmed, "passages": []any{"q-fa"}, "state": tree{"light": []any{node.ID}}}))
		}},
		omitted("guild", "facts", r.IntN(2)), omitted("yard-money", "against", r.IntN(2)), omitted("guild-board", "legal", r.IntN(2)),
		{values{"do": "split", "id": "guild-board", "passages": []string{"q-fined"}}, func(n tree, a *desk.Acted, _ string) {
			r := record(n, "guild-board")
			r["passages"] = []any{"q-guild"}
			relations := n["relations"].([]any)
			at := slices.IndexFunc(relations, func(s any) bool { return s.(tree)["id"] == "guild-board" })
			n["relations"] = slices.Insert(slices.Clone(relations), at+1, any(tree{"id": a.Made[0], "from": r["from"], "to": r["to"], "kind": r["kind"], "verb": r["verb"], "passages": []any{"q-fined"}}))
		}},
		{values{"do": "merge", "keep": node.ID, "other": other.ID, "confirmed": true}, nil},
		{values{"do": "remove", "ids": []string{node.ID}, "confirmed": true}, nil},
		{values{"do": "remove", "ids": []string{relation.ID}, "confirmed": true}, nil},
		{values{"do": "remove", "ids": []string{v.Passages[r.IntN(len(v.Passages))].ID}, "confirmed": true}, nil},
		{values{"do": "meta", "title": text, "headline": "", "leadCaption": text, "root": node.ID, "lead": []string{}}, func(n tree, _ *desk.Acted, _ string) {
			delete(n, "headline")
			delete(n, "lead")
			n["title"], n["lead-caption"], n["root"] = trimmed, trimmed, node.ID
		}},
		{values{"do": "accept", "rule": "no-relation", "id": node.ID, "why": text}, func(n tree, _ *desk.Acted, _ string) {
			n["accept"] = append(n["accept"].([]any), tree{"rule": "no-relation", "of": node.ID, "why": trimmed})
		}},
		{values{"do": "raise", "rule": "no-relation", "id": "guild"}, func(n tree, _ *desk.Acted, _ string) { n["accept"] = n["accept"].([]any)[1:] }},
	}
}

func omitted(id, field string, at int) styledAct {
	return styledAct{values{"do": "omit", "id": id, "field": field, "index": at}, func(n tree, _ *desk.Acted, _ string) {
		list := slices.Clone(record(n, id)[field].([]any))
		cited := list[at].(tree)["passages"].([]any)[0]
		record(n, id)[field] = slices.Delete(list, at, at+1)
		if cited == "q-deny" { // nothing else cites it
			n["passages"] = slices.DeleteFunc(slices.Clone(n["passages"].([]any)), func(p any) bool { return p.(tree)["id"] == "q-deny" })
		}
	}}
}

func moveStep(n tree, id, after string) {
	steps := slices.Clone(n["story"].([]any))
	at := func(id string) int { return slices.IndexFunc(steps, func(s any) bool { return s.(tree)["id"] == id }) }
	one := steps[at(id)]
	steps = slices.Delete(steps, at(id), at(id)+1)
	n["story"] = slices.Insert(steps, at(after)+1, one)
}

// renameIn replaces an id wherever it is a value.
func renameIn(value any, old, id string) any {
	switch v := value.(type) {
	case string:
		if v == old {
			return id
		}
	case []any:
		for i := range v {
			v[i] = renameIn(v[i], old, id)
		}
	case tree:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			v[key] = renameIn(v[key], old, id)
		}
	}
	return value
}

// errorsOf returns the errors that check reports, as rules with ids.
func errorsOf(v *desk.View) map[string]bool {
	all := make(map[string]bool)
	for _, f := range v.Findings {
		if f.Level == "error" && f.Rule != "unfinished" {
			all[fmt.Sprint(f.Rule, f.IDs)] = true
		}
	}
	return all
}

// TestActsInAnyStyle performs every act on a network in many styles of YAML: it does what
// was asked and nothing else, keeps all comments elsewhere and the line ends, and adds no
// error.
func TestActsInAnyStyle(t *testing.T) {
	count := 15
	if testing.Short() {
		count = 5
	}
	done := 0
	for seed := range uint64(count) {
		r := rand.New(rand.NewPCG(seed, 18))
		text := newStyle(r).text(styledNetwork(t))
		switch r.IntN(4) {
		case 0:
			text = strings.ReplaceAll(text, "\n", "\r\n")
		case 1:
			text = "\ufeff" + text
		case 2:
			text = strings.TrimRight(text, "\n")
		}
		p := newPage(t, text, styledArticle)
		if len(p.view.Diagnostics) > 0 {
			t.Fatalf("seed %d: %v in\n%s", seed, p.view.Diagnostics, text)
		}
		was := nodeOf(t, text)
		known := errorsOf(p.view)
		for _, one := range styledActs(r, p) {
			p.put(text)
			name := fmt.Sprintf("seed %d: %v", seed, one.act)
			a, err := p.ask(one.act)
			if err != nil {
				if one.act["do"] != "merge" || one.act["keep"] != one.act["other"] {
					t.Errorf("%s: refused: %v\nof\n%s", name, err, text)
				}
				continue
			}
			done++
			after := apply(t, text, a.Edits)
			if back := apply(t, after, inverse(text, a.Edits)); back != text {
				t.Errorf("%s: its inverse gives another text", name)
			}
			p.put(after)
			if len(p.view.Diagnostics) > 0 {
				t.Errorf("%s: afterwards %v in\n%s", name, p.view.Diagnostics, after)
				continue
			}
			is := nodeOf(t, after)
			want, got := treeOf(was).(tree), treeOf(is).(tree)
			if one.want != nil {
				passage := ""
				for i, one := range records(got["passages"]) {
					if id := one["id"].(string); record(want, id) == nil {
						passage = id
						want["passages"] = slices.Insert(want["passages"].([]any), i, any(one))
					}
				}
				one.want(want, a, passage)
				dropEmpty(want)
				dropEmpty(got)
				if d := difference("", got, want); d != "" {
					t.Errorf("%s: %s in\n%s", name, d, after)
				}
			}
			if gone := lost(text, after, was, is); gone != nil {
				t.Errorf("%s: lost %q of\n%s\n\nin\n%s", name, gone, text, after)
			}
			if strings.Contains(text, "\r\n") && strings.Count(after, "\n") != strings.Count(after, "\r\n") {
				t.Errorf("%s: lines end in two ways", name)
			}
			for e := range errorsOf(p.view) {
				if !known[e] && one.want != nil {
					t.Errorf("%s: a new error %s", name, e)
				}
			}
		}
	}
	t.Logf("%d acts done", done)
}
