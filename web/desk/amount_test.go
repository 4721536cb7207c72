package desk

import "testing"

func TestAmountOf(t *testing.T) {
	for _, c := range []struct{ words, value, currency string }{
		{"40,000 euros", "40000", "EUR"},
		{"€40.000", "40000", "EUR"},
		{"$1.5 million", "1500000", "USD"},
		{"12,50 EUR", "12.5", "EUR"},
		{"CHF 1 250 000", "1250000", "CHF"},
		{"1,234,567.89 pounds", "1234567.89", "GBP"},
		{"40000", "40000", ""},
		{"300 head of cattle", "300", ""},
	} {
		value, currency, ok := amountOf(c.words)
		if !ok || value != c.value || currency != c.currency {
			t.Errorf("amountOf(%q) = %q, %q, %v; want %q, %q", c.words, value, currency, ok, c.value, c.currency)
		}
	}
	for _, words := range []string{"", "a fortune", "between 40 and 50 euros"} {
		if value, _, ok := amountOf(words); ok {
			t.Errorf("amountOf(%q) = %q; want none", words, value)
		}
	}
}
