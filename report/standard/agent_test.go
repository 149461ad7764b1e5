package standard

import (
	"math"
	"testing"
)

func TestCASNumber(t *testing.T) {
	for written, want := range map[string]string{
		"108-88-3": "108-88-3", "CAS 108-88-3": "108-88-3", "cas: 108-88-3": "108-88-3", " 71-43-2 ": "71-43-2", "26471-62-5": "26471-62-5",
		"7664-41-7": "7664-41-7", "１０８－８８－３": "108-88-3", "000108-88-3": "108-88-3", "0071-43-2": "71-43-2",
		"108-88-4": "", "108-88-8": "", "75-09-3": "", "801-88-3": "", // wrong check digit, digits swapped
		"108883": "", "108 88 3": "", "8-88-3": "", "toluene 108-88-3": "", "12345678-88-3": "", "": "",
	} {
		if cas, ok := CASNumber(written); ok != (want != "") || ok && cas != want {
			t.Errorf("CASNumber(%q) = %q, %v, want %q", written, cas, ok, want)
		}
	}
}

// Names are matched whole: by name, alias or CAS number, never by a part of a word.
func TestAgentIsMatchedWhole(t *testing.T) {
	s := built(t)
	for written, want := range map[string]string{
		"toluene": "108-88-3", "Toluene": "108-88-3", "TOLUEN": "108-88-3", "甲苯": "108-88-3", "108-88-3": "108-88-3", "CAS 108-88-3": "108-88-3",
		"苯": "71-43-2", "benzen": "71-43-2", "二甲苯": "1330-20-7", "o-xylene": "1330-20-7", "95-47-6": "1330-20-7", "108-38-3": "1330-20-7",
		"乙苯": "100-41-4", "苯乙烯": "100-42-5", "DMF": "68-12-2", "MEK": "78-93-3", "0000108-88-3": "108-88-3",
		"PM2.5": "pm2.5", "总粉尘": "dust-total", "dust-total": "dust-total", "2,4-TDI": "26471-62-5", "Bụi bông": "cotton-dust",
		"108883": "", "108-88-4": "", "tolu": "", "toluene vapour": "", "苯系物": "", "": "", "VOC": "", "dust": "",
	} {
		a, ok := s.Agent(written)
		if ok != (want != "") || ok && a.ID != want {
			t.Errorf("Agent(%q) = %+v, %v, want %q", written, a, ok, want)
		}
	}
}

func TestUnregisteredCASNumberIsAnAgentWithoutMass(t *testing.T) {
	s := built(t)
	a, ok := s.Agent("98-82-8") // cumene
	if !ok || a.ID != "98-82-8" || a.Name != "98-82-8" || a.MolarMass != 0 || a.Solvent {
		t.Errorf("%+v, %v", a, ok)
	}
	if _, ok := s.Agent("98-82-9"); ok {
		t.Error("a wrong check digit is taken")
	}
}

// The vectors of the methodology: 1 ppm in mg/m3 at 25 and at 20 °C.
func TestPerPPM(t *testing.T) {
	for _, test := range []struct {
		agent      string
		at25, at20 float64
	}{
		{"toluene", 3.769, 3.830}, {"benzene", 3.195, 3.247}, {"n-hexane", 3.525, 3.583}, {"acetone", 2.376, 2.415}, {"butanone", 2.949, 2.998},
		{"ethyl acetate", 3.604, 3.663}, {"cyclohexane", 3.442, 3.499}, {"xylene", 4.342, 4.414}, {"formaldehyde", 1.228, 1.248},
		{"TDI", 7.123, 7.240}, {"MDI", 10.235, 10.403}, {"carbon dioxide", 1.800, 1.830}, {"methyl acetate", 3.030, 3.080},
		{"dichloromethane", 3.474, 3.531}, {"DMF", 2.989, 3.039},
	} {
		a, ok := built(t).Agent(test.agent)
		if !ok {
			t.Fatal(test.agent)
		}
		if math.Abs(a.PerPPM(25)-test.at25) > 0.0006 || math.Abs(a.PerPPM(20)-test.at20) > 0.0006 {
			t.Errorf("%s: %.4f at 25 °C, %.4f at 20 °C, want %v, %v", test.agent, a.PerPPM(25), a.PerPPM(20), test.at25, test.at20)
		}
		if a.PerPPM(0) != a.PerPPM(25) {
			t.Errorf("%s: where no temperature is said, 25 °C is meant", test.agent)
		}
	}
}

func TestProcess(t *testing.T) {
	s := built(t)
	for written, want := range map[string]string{"stitching": "stitching", "Sewing": "stitching", "针车": "stitching", "刷胶": "cementing", "Sole pressing": "sole-pressing"} {
		if id, known := s.Process(written); id != want || !known {
			t.Errorf("Process(%q) = %q, %v, want %q", written, id, known, want)
		}
	}
	if id, known := s.Process("Laser  Engraving"); id != "laser-engraving" || known {
		t.Errorf("an unknown word is kept as %q, %v", id, known)
	}
}
