package workbook

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// file is a stream of a compound file.
type file struct {
	name string
	data []byte
}

// compoundOf writes a compound file of streams in their order, none of them in the mini stream.
func compoundOf(streams ...file) []byte {
	var body []byte
	var fat []uint32
	put := func(data []byte) uint32 {
		start := uint32(len(fat))
		for i := 0; i < len(data); i += 512 {
			body = append(body, make([]byte, 512)...)
			copy(body[len(body)-512:], data[i:])
			fat = append(fat, uint32(len(fat))+1)
		}
		fat[len(fat)-1] = 0xFFFFFFFE
		return start
	}
	entry := func(name string, kind byte, start uint32, size int) []byte {
		e := make([]byte, directoryEntry)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = kind
		binary.LittleEndian.PutUint32(e[116:], start)
		binary.LittleEndian.PutUint32(e[120:], uint32(size))
		return e
	}
	directory := entry("Root Entry", 5, 0xFFFFFFFE, 0)
	for _, s := range streams {
		directory = append(directory, entry(s.name, 2, put(s.data), len(s.data))...)
	}
	header := make([]byte, 512)
	copy(header, compound)
	binary.LittleEndian.PutUint16(header[30:], 9)
	binary.LittleEndian.PutUint32(header[48:], put(directory))
	for _, at := range []int{60, 68} { // no mini FAT, no DIFAT
		binary.LittleEndian.PutUint32(header[at:], 0xFFFFFFFE)
	}
	fill := bytes.Repeat([]byte{0xff}, 512)
	copy(header[76:], fill)
	sectors := (len(fat) + 127) / 128
	table := make([]byte, 512*sectors)
	for i := range sectors {
		binary.LittleEndian.PutUint32(header[76+4*i:], uint32(len(fat)+i))
	}
	for i, n := range fat {
		binary.LittleEndian.PutUint32(table[4*i:], n)
	}
	return slices.Concat(header, body, table)
}

// agileOf locks a package as Excel does, with as many spins as are said.
func agileOf(t *testing.T, data []byte, password string, spins int, change func(info string) string) []byte {
	t.Helper()
	salt, key := []byte("0123456789abcdef"), []byte("the package's key, 32 bytes long")
	a := &agile{salt: salt, hash: hashes["SHA512"], key: 32, block: 16, spins: spins}
	seal := func(key, start, plain []byte) []byte {
		block, err := aes.NewCipher(key)
		if err != nil {
			t.Fatal(err)
		}
		out := make([]byte, (len(plain)+15)/16*16)
		copy(out, plain)
		cipher.NewCBCEncrypter(block, start[:16]).CryptBlocks(out, out)
		return out
	}
	sum := spin(a.hash(), salt, password, spins)
	with := func(purpose string, plain []byte) string {
		return base64.StdEncoding.EncodeToString(seal(hashed(a.hash(), sum, []byte(purpose))[:32], salt, plain))
	}
	common := fmt.Sprintf(`saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%s"`, base64.StdEncoding.EncodeToString(salt))
	verifier := []byte("sixteen bytes...")
	info := fmt.Sprintf(`<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData %s/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="%d" %s encryptedVerifierHashInput="%s" encryptedVerifierHashValue="%s" encryptedKeyValue="%s"/></keyEncryptor></keyEncryptors></encryption>`,
		common, spins, common, with(forVerifier, verifier), with(forHash, hashed(a.hash(), verifier)), with(forKey, key))
	if change != nil {
		info = change(info)
	}
	sealed := binary.LittleEndian.AppendUint64(nil, uint64(len(data)))
	for i := 0; i < len(data); i += segment {
		start := hashed(a.hash(), salt, binary.LittleEndian.AppendUint32(nil, uint32(i/segment)))
		sealed = append(sealed, seal(key, start, data[i:min(i+segment, len(data))])...)
	}
	return compoundOf(file{"EncryptionInfo", append([]byte("\x04\x00\x04\x00\x40\x00\x00\x00"), info...)}, file{"EncryptedPackage", sealed})
}

func TestLocked(t *testing.T) {
	plain := sample().zip(t)
	standard, err := excelize.Encrypt(plain, &excelize.Options{Password: "päss 密码"})
	if err != nil {
		t.Fatal(err)
	}
	usual, err := excelize.Encrypt(plain, &excelize.Options{Password: defaultPassword})
	if err != nil {
		t.Fatal(err)
	}
	change := func(old, new string) func(string) string {
		return func(info string) string { return strings.Replace(info, old, new, -1) }
	}
	newer := agileOf(t, plain, "secret", 1000, nil)
	none, wrong := "the workbook is locked with a password", "the workbook is locked with a password, and none of the 2 given opens it"
	const strange = "the workbook is locked in a way that is not read here"
	for _, c := range []struct {
		name      string
		data      []byte
		passwords []string
		want      string // the message, "" where it opens
	}{
		{"standard", standard, []string{"a", "päss 密码"}, ""},
		{"standard, none", standard, nil, none},
		{"standard, wrong", standard, []string{"a", "Päss 密码"}, wrong},
		{"standard, with the usual password", usual, nil, ""},
		{"agile", newer, []string{"a", "b", "secret"}, ""},
		{"agile, none", newer, nil, none},
		{"agile, wrong", newer, []string{"", "Secret"}, wrong},
		{"another hash", agileOf(t, plain, "secret", 10, change("SHA512", "MD5")), []string{"secret"}, strange},
		{"another cipher", agileOf(t, plain, "secret", 10, change(`"AES"`, `"RC2"`)), []string{"secret"}, strange},
		{"blocks of nothing", agileOf(t, plain, "secret", 10, change(`blockSize="16"`, `blockSize="0"`)), []string{"secret"}, strange},
		{"too many turns", agileOf(t, plain, "secret", 10, change(`spinCount="10"`, `spinCount="2000000000"`)), []string{"secret"}, strange},
		{"fewer than no turns", agileOf(t, plain, "secret", 10, change(`spinCount="10"`, `spinCount="-1"`)), []string{"secret"}, strange},
		{"no key", agileOf(t, plain, "secret", 10, change("encryptedKey ", "lostKey ")), []string{"secret"}, strange},
		{"no package", compoundOf(file{"EncryptionInfo", []byte("x")}), nil, "it is a compound file that holds no workbook"},
		{"rights management", compoundOf(file{"EncryptedPackage", []byte("x")}), nil, strange + " (rights management?)"},
		{"a package without bytes", agileOf(t, nil, "secret", 10, nil), []string{"secret"}, "the file is empty"},
		{"an old workbook", compoundOf(file{"WORKBOOK", []byte("x")}), nil, "it is an old workbook (.xls)"},
		{"a letter", compoundOf(file{"WordDocument", []byte("x")}), nil, "it is a text document (.doc), not a workbook"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := bytes.Clone(c.data)
			book := Read(c.data, "x.xlsx", Options{Passwords: c.passwords})
			switch {
			case !bytes.Equal(before, c.data):
				t.Error("reading changed the bytes it read")
			case c.want == "" && (len(book.Problems) > 0 || len(book.Sheets) != 1 || len(book.Sheets[0].Rows) != 40):
				t.Error(book.Sheets, book.Problems)
			case c.want != "" && (len(book.Problems) != 1 || book.Problems[0].Message != c.want || book.Problems[0].Hint == "" || len(book.Sheets) > 0):
				t.Error(book.Sheets, book.Problems)
			}
		})
	}
}

// TestPasswordsAreBounded holds that a long list of passwords ends.
func TestPasswordsAreBounded(t *testing.T) {
	tried := 0
	l := &lock{spins: maxSpins, key: func(string) []byte { tried++; return nil }}
	_, err := l.try(make([]string, 10_000))
	if err == nil || tried != 11 || err.Error() != "the workbook is locked with a password, and none of the first 10 given opens it" {
		t.Error(tried, err)
	}
}

// TestLockedDamaged turns over each byte of a locked workbook: its rows, or a problem.
func TestLockedDamaged(t *testing.T) {
	data := agileOf(t, sample().packed(t), "secret", 1, nil)
	whole := dump(sample().read(t).Sheets[0])
	o := Options{Passwords: []string{"secret"}}
	for at := 8; at < len(data); at++ {
		damaged := bytes.Clone(data)
		damaged[at] ^= 0xff
		wholeOrProblem(t, fmt.Sprintf("byte %d turned over", at), Read(damaged, "x.xlsx", o), whole)
		wholeOrProblem(t, fmt.Sprintf("cut off at byte %d", at), Read(data[:at], "x.xlsx", o), whole)
	}
}
