package standard

import "testing"

func TestCountry(t *testing.T) {
	std := built(t)
	for written, want := range map[string]string{"CN": "CN", " vn ": "VN", "UK": "GB", "中国": "CN", "Việt Nam": "VN", "Vietnam": "VN", "United States": "US", "Reino Unido": "GB", "BANGLADESH": "BD"} {
		if code, known := std.Country(written); code != want || !known {
			t.Errorf("%q is %q, %v, want %s", written, code, known, want)
		}
	}
	for _, written := range []string{"Atlantis", "", "中", "CHN?"} {
		if code, known := std.Country(written); known {
			t.Errorf("%q is %s", written, code)
		}
	}
}
