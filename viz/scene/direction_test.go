package scene_test

import (
	"testing"

	"proxynet/viz/scene"
)

func TestRTL(t *testing.T) {
	tests := []struct {
		lines []string
		want  bool
	}{
		{nil, false},
		{[]string{""}, false},
		{[]string{"Bank (شعبه مرکزی)"}, false},
		{[]string{`"נמל" בע״מ`}, true},
		{[]string{"2. לשכת המסחר"}, true},
		{[]string{"(IRGC) سپاه"}, false},
		{[]string{"سپاه قدس", "(IRGC)"}, true},
		{[]string{"۲۰۲۴", "(سهامی خاص)"}, true}, // Arabic-Indic digits are not strong
		{[]string{"– 2024 –"}, false},
		{[]string{"\u2068IRGC\u2069 سپاه"}, true},
		{[]string{"\u2069IRGC"}, false},
		{[]string{"𞤀𞤣𞤤𞤢𞤥"}, true}, // Adlam
	}
	for _, test := range tests {
		if got := scene.RTL(test.lines...); got != test.want {
			t.Errorf("RTL(%q) is %v", test.lines, got)
		}
	}
}
