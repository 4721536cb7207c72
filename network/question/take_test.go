package question_test

import (
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/question"
)

func TestClaimsOfAView(t *testing.T) {
	all := ask[question.File](t, "claims", `{}`)
	if lines := strings.Count(all.Text, "\r\n"); lines != 85 {
		t.Errorf("got %d lines, want a head and 84 claims", lines)
	}
	arms := ask[question.File](t, "claims", `{"focus":"soleimani","asOf":"2019","hide":["status.attributed"]}`)
	if !strings.Contains(arms.Text, "Qassem Soleimani,was instrumental in arming,Iran’s militia network,arms,stated,yes,,,,The article,Soleimani had been instrumental in arming and training Iran’s alliance of nonstate actors,12,") {
		t.Errorf("the claim is not as it should be in\n%s", arms.Text)
	}
	if strings.Contains(arms.Text, "us-killed-soleimani") || strings.Contains(arms.Text, "soleimani-mobilized-axis") {
		t.Error("it holds what the view leaves out")
	}
}

func TestNetworkOfAView(t *testing.T) {
	n, err := network.Decode([]byte(ask[question.File](t, "network", `{"focus":"hamas"}`).Text))
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Nodes) != 2 || len(n.Relations) != 1 || len(n.Passages) < 2 || len(n.Story) != 0 {
		t.Errorf("got %d nodes, %d relations, %d passages", len(n.Nodes), len(n.Relations), len(n.Passages))
	}
}

func TestShownOfAView(t *testing.T) {
	s := ask[question.Shown](t, "shown", `{"hide":["status.attributed","status.implied","status.ambiguous"]}`)
	if s.Of != 84 || s.Relations != 67 {
		t.Errorf("got %d of %d relations, want 67 of 84", s.Relations, s.Of)
	}
	if !slices.Contains(s.IDs, "tehran-arms") || slices.Contains(s.IDs, "quds-hezbollah") || slices.Contains(s.IDs, "p22-tie") {
		t.Error("it names what is hidden, or not what is shown")
	}
}
