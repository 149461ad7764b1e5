package standard

import "testing"

func TestAmbiguous(t *testing.T) {
	for s, want := range map[string]bool{
		"60.000": true, "4,960": true, "1.000": true, "+999.999": true, "0.673": false, "000.123": false, "1234.567": false,
		"84.5": false, "84.50": false, "4.960.000": false, "60": false, "60.0000": false,
	} {
		if got := Ambiguous(s); got != want {
			t.Errorf("%q: got %v", s, got)
		}
	}
}

// TestMarkOf tells numbers with a decimal point, with a decimal comma, and those that are either.
func TestMarkOf(t *testing.T) {
	for s, want := range map[string]DecimalMark{
		"84.5": DecimalPoint, "0.3": DecimalPoint, "0.673": DecimalPoint, ".5": DecimalPoint, "1,200.5": DecimalPoint,
		"4,960,000": DecimalPoint, "4960.000": DecimalPoint, "-1.25e3": DecimalPoint, "5.": DecimalPoint, "01.234": DecimalPoint,
		"84,5": DecimalComma, "0,673": DecimalComma, "4.960.000": DecimalComma, "5.310,50": DecimalComma, ",5": DecimalComma,
		"84": UnknownMark, "60.000": UnknownMark, "4,960": UnknownMark, "-999.999": UnknownMark, "1e5": UnknownMark,
		"5.500.00": UnknownMark, "1.2.3": UnknownMark, "1,2,3": UnknownMark, ".": UnknownMark, "": UnknownMark, "x": UnknownMark,
		"0.001.000": UnknownMark, "1.200,5.": UnknownMark,
	} {
		if got := MarkOf(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// TestMarkShownBy holds that a result below a detection limit shows how its limit is written.
func TestMarkShownBy(t *testing.T) {
	std := built(t)
	for s, want := range map[string]DecimalMark{"<0.5": DecimalPoint, "ND (0,25)": DecimalComma, "0.25 U": DecimalPoint, "<1.125": UnknownMark,
		"ND": UnknownMark, "1,200.5": DecimalPoint} {
		if got := std.MarkShownBy(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
