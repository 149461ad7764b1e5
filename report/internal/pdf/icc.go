package pdf

import (
	"encoding/binary"
	"math"
)

// srgb is the smallest ICC profile of version 2 that says what sRGB is: its white, its primaries, adapted to D50 as ICC
// wants them, and its curve (IEC 61966-2-1).
func srgb() []byte {
	curve := toneCurve()
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description("sRGB")}, {"cprt", append([]byte("text\x00\x00\x00\x00"), "no copyright, use freely\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.8249)}, {"rXYZ", xyz(0.43607, 0.22249, 0.01392)}, {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.7141)}, {"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // one curve for all three
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at, size := 0, 0
	for _, tag := range tags {
		if tag.data != nil {
			at, size = profileHead+4+12*len(tags)+len(body), len(tag.data)
			body = append(append(body, tag.data...), make([]byte, -len(tag.data)&3)...)
		}
		table = append(table, tag.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	return append(append(head(profileHead+len(table)+len(body)), table...), body...)
}

// profileHead is the length of a profile's header.
const profileHead = 128

// head is the header of a profile of so many bytes for displays.
func head(size int) []byte {
	out := make([]byte, profileHead)
	binary.BigEndian.PutUint32(out, uint32(size))
	binary.BigEndian.PutUint32(out[8:], 0x02100000) // version 2.1
	copy(out[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1} { // a date must be one; this means nothing
		binary.BigEndian.PutUint16(out[24+2*i:], v)
	}
	copy(out[36:], "acsp")
	copy(out[68:], xyz(0.9642, 1, 0.8249)[8:])
	return out
}

// xyz is a colour in numbers of 1/65536.
func xyz(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(math.Round(v*65536)))
	}
	return out
}

// description is a name in ASCII; the fields for other scripts stay empty.
func description(name string) []byte {
	out := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	out = append(append(out, name...), 0)
	return append(out, make([]byte, 4+4+2+1+67)...)
}

// toneCurve leads from the numbers of a colour to light.
func toneCurve() []byte {
	const points = 256
	out := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(v*65535)))
	}
	return out
}
