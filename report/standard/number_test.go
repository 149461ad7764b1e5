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
