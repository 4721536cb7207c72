package web_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web"
)

func TestClaimsForPrint(t *testing.T) {
	n := &network.Network{
		Format: network.FormatVersion, ID: "n", Title: "Title", Lang: "en",
		Sources: []network.Source{{ID: "o", Title: "Article", Author: "Ann", Publisher: "Daily", Lang: "en"}},
		Speakers: []network.Speaker{
			{ID: "s", Label: "The article", Kind: network.Article},
			{ID: "karl", Label: "Karl", Kind: network.Named},
		},
		Passages: []network.Passage{
			{ID: "p2", Source: "o", Paragraph: 2, Speaker: "karl", Manner: network.Quoted, Selector: network.QuoteSelector{Exact: "I never paid"}},
			{ID: "p1", Source: "o", Paragraph: 1, Speaker: "s", Manner: network.Own, Selector: network.QuoteSelector{Exact: "Karl paid Nora"}},
		},
		Nodes: []network.Node{
			{ID: "a", Label: "Karl", Kind: network.Person, Passages: []string{"p1"}},
			{ID: "b", Label: "Nora", Kind: network.Person, Passages: []string{"p1"}},
		},
		Relations: []network.Relation{{
			ID: "r", From: "a", To: "b", Directed: true, Kind: "arms", Verb: "paid", Status: network.Implied, Inference: "Money went.", Passages: []string{"p1"},
			Against: []network.Denial{{Says: network.Denies, Speaker: "karl", Passages: []string{"p2"}}},
		}},
	}
	var got string
	var page bytes.Buffer
	err := web.Render(&page, web.Page{Drawing: &scene.LaidOutNetwork{Network: n}, AddClaims: func(claims []byte) string {
		got = string(claims)
		return "claims.1f.json"
	}})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page.Bytes(), []byte(`<meta name="proxynet-claims" content="claims.1f.json">`)) {
		t.Error("the page does not name the file")
	}
	want, err := json.Marshal(map[string]any{
		"lang": "en", "title": "Title", "source": "From “Article”, by Ann, Daily", "claimsHeading": "Relations", "passagesHeading": "Passages",
		"claims":   []any{map[string]any{"text": "Karl paid Nora", "standing": "Implied, not said outright. Our reading: Money went. Denied by Karl [2]", "passages": []int{1}}},
		"passages": []any{map[string]string{"text": "“Karl paid Nora”", "by": "The article · paragraph 1 · Daily", "lang": ""}, map[string]string{"text": "“I never paid”", "by": "Karl, quoted · paragraph 2 · Daily", "lang": ""}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(flat(t, []byte(got)), flat(t, want)) {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// flat returns JSON in a form that can be compared.
func flat(t *testing.T, data []byte) []byte {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return again
}
