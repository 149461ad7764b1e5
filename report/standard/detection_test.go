package standard

import "testing"

func TestDetectionLimit(t *testing.T) {
	std := built(t)
	for written, want := range map[string]string{
		"ND": "", "n.d.": "", "BDL": "", "<MDL": "", "< RL": "", "低于检出限": "", "未检出": "", "KPH": "",
		"<0.25": "0.25", "＜0.25": "0.25", "< 0,25": "0,25", "ND<0.25": "0.25", "ND (0.25)": "0.25", "0.25 U": "0.25",
		"0.25U": "0.25", "未检出(<0.25)": "0.25", "<0.25（未检出）": "0.25", "<MDL 0.25": "0.25", "<LOD=0.25": "0.25",
		"<5e-3": "5e-3", "nd [0.25]": "0.25", "<0": "0", "BDL: 60.000": "60.000", "<0.25 ND": "0.25",
	} {
		if limit, below := std.DetectionLimit(written); !below || limit != want {
			t.Errorf("%q: got %q, %v", written, limit, below)
		}
	}
	for _, written := range []string{"0.25", "(0.25)", "0.25 J", ">0.25", "≤0.25", "<0.25 mg/m3", "ND 0.25 mg", "<", "trace", "",
		"N/A", "0.25 0.5", "<0.25-0.5", "U"} {
		if limit, below := std.DetectionLimit(written); below {
			t.Errorf("%q is read as below %q", written, limit)
		}
	}
}

// FuzzDetectionLimit holds that a limit is a part of what was written.
func FuzzDetectionLimit(f *testing.F) {
	for _, s := range []string{"ND (0.25)", "<5e-3", "0.25 U", "未检出(<0.25)", "<<1", "ND--1", "１"} {
		f.Add(s)
	}
	std := built(f)
	f.Fuzz(func(t *testing.T, s string) {
		if limit, below := std.DetectionLimit(s); limit != "" && below && FoldSign(limit) != limit {
			t.Errorf("%q: the limit %q", s, limit)
		}
	})
}
