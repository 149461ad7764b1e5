package locked

import (
	"archive/zip"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/compound"
	"plimsoll/report/internal/ooxml/ooxmltest"
)

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
	common := fmt.Sprintf(`saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" `+
		`cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%s"`,
		base64.StdEncoding.EncodeToString(salt))
	verifier := []byte("sixteen bytes...")
	info := fmt.Sprintf(`<?xml version="1.0"?>`+
		`<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData %s/><keyEncryptors>`+
		`<keyEncryptor><p:encryptedKey spinCount="%d" %s encryptedVerifierHashInput="%s"`+
		` encryptedVerifierHashValue="%s" encryptedKeyValue="%s"/></keyEncryptor></keyEncryptors></encryption>`,
		common, spins, common, with(forVerifier, verifier), with(forHash, hashed(a.hash(), verifier)),
		with(forKey, key))
	if change != nil {
		info = change(info)
	}
	sealed := binary.LittleEndian.AppendUint64(nil, uint64(len(data)))
	for i := 0; i < len(data); i += segment {
		start := hashed(a.hash(), salt, binary.LittleEndian.AppendUint32(nil, uint32(i/segment)))
		sealed = append(sealed, seal(key, start, data[i:min(i+segment, len(data))])...)
	}
	return ooxmltest.Compound(ooxmltest.Stream{Name: "EncryptionInfo",
		Data: append([]byte("\x04\x00\x04\x00\x40\x00\x00\x00"), info...)},
		ooxmltest.Stream{Name: "EncryptedPackage", Data: sealed})
}

// sent is what stands in a locked file: a workbook of some parts, packed with their checksums.
func sent(t *testing.T) []byte {
	t.Helper()
	row := strings.Repeat(`<row><c t="str"><v>cutting</v></c><c><v>84.5</v></c></row>`, 90)
	return ooxmltest.Workbook(row).WithStrings("<t>x</t>").Zip(t) // long enough to stand outside the mini stream
}

func TestUnlock(t *testing.T) {
	plain := sent(t)
	encrypted := func(password string) []byte {
		data, err := excelize.Encrypt(plain, &excelize.Options{Password: password})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	change := func(old, new string) func(string) string {
		return func(info string) string { return strings.ReplaceAll(info, old, new) }
	}
	standard, usual, newer := encrypted("päss 密码"), encrypted(defaultPassword), agileOf(t, plain, "secret", 1000, nil)
	const (
		none    = "the workbook is locked with a password"
		wrong   = none + ", and none of the 2 given opens it"
		strange = "the workbook is locked in a way that is not read here"
	)
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
		{"blocks of nothing", agileOf(t, plain, "secret", 10, change(`blockSize="16"`, `blockSize="0"`)),
			[]string{"secret"}, strange},
		{"too many turns", agileOf(t, plain, "secret", 10, change(`spinCount="10"`, `spinCount="2000000000"`)),
			[]string{"secret"}, strange},
		{"fewer than no turns", agileOf(t, plain, "secret", 10, change(`spinCount="10"`, `spinCount="-1"`)),
			[]string{"secret"}, strange},
		{"no key", agileOf(t, plain, "secret", 10, change("encryptedKey ", "lostKey ")), []string{"secret"}, strange},
		{"rights management", ooxmltest.Compound(ooxmltest.Stream{Name: "EncryptedPackage", Data: []byte("x")}), nil,
			strange + " (rights management?)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := bytes.Clone(c.data)
			data, err := Unlock(c.data, c.passwords)
			var known *fileerr.Error
			switch {
			case !bytes.Equal(before, c.data):
				t.Error("unlocking changed the bytes it read")
			case c.want == "" && (err != nil || !bytes.Equal(data, plain)):
				t.Errorf("%d bytes, not %d: %v", len(data), len(plain), err)
			case c.want != "" && (!errors.As(err, &known) || known.Message != c.want || known.Hint == "" ||
				data != nil):
				t.Errorf("%d bytes, %v", len(data), err)
			}
		})
	}
}

// TestWhatIsNotLocked holds that any other file is given back as it is.
func TestWhatIsNotLocked(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("PK"),
		ooxmltest.Compound(ooxmltest.Stream{Name: "Workbook", Data: []byte("x")}),
		[]byte(ooxmltest.CompoundStart)} {
		if got, err := Unlock(data, []string{"secret"}); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%q became %q: %v", data, got, err)
		}
	}
}

// TestPasswordsAreBounded holds that a long list of passwords ends.
func TestPasswordsAreBounded(t *testing.T) {
	tried := 0
	l := &lock{spins: maxSpins, key: func(string) []byte { tried++; return nil }}
	_, err := l.try(make([]string, 10_000))
	if err == nil || tried != 11 ||
		err.Error() != "the workbook is locked with a password, and none of the first 10 given opens it" {
		t.Error(tried, err)
	}
}

// TestDamaged turns over each byte of a locked workbook and cuts it off there: an error, or a package whose parts prove
// what they are by their checksums. A damaged description or key never opens.
func TestDamaged(t *testing.T) {
	plain := sent(t)
	data, whole := agileOf(t, plain, "secret", 1, nil), unzipped(plain)
	for at := 8; at < len(data); at++ {
		damaged := bytes.Clone(data)
		damaged[at] ^= 0xff
		for _, d := range [][]byte{damaged, data[:at]} {
			opened, err := Unlock(d, []string{"secret"})
			if got := unzipped(opened); err == nil && !compound.Is(opened) && got != "" && got != whole {
				t.Fatalf("byte %d of %d bytes damaged gives other parts", at, len(d))
			}
		}
	}
}

// unzipped is what a package holds, "" where a checksum says that it is damaged.
func unzipped(data []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	var out strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return ""
		}
		if _, err := io.Copy(&out, r); err != nil {
			return ""
		}
	}
	return out.String()
}

// FuzzLock reads any description of an encryption, and opens nothing with it but what its own verifier allows.
func FuzzLock(f *testing.F) {
	f.Add([]byte("\x03\x00\x02\x00\x24\x00\x00\x00\x24\x00\x00\x00" + strings.Repeat("\x00", 200)))
	const salt = "MDEyMzQ1Njc4OWFiY2RlZg=="
	const common = ` saltSize="16" blockSize="16" keyBits="128" hashSize="20" cipherAlgorithm="AES"` +
		` cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1" saltValue="` + salt + `"`
	f.Add([]byte("\x04\x00\x04\x00\x40\x00\x00\x00" + `<encryption><keyData` + common +
		`/><encryptedKey spinCount="1"` + common +
		` encryptedVerifierHashInput="` + salt +
		`" encryptedVerifierHashValue="MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="` +
		` encryptedKeyValue="` + salt + `"/></encryption>`))
	f.Fuzz(func(t *testing.T, info []byte) {
		l, err := readLock(info)
		if err != nil || l.spins > 1000 {
			return
		}
		if key := l.key("secret"); key != nil {
			t.Errorf("%q is opened by any password", info)
		}
		if err := l.open(make([]byte, 16), make([]byte, 4096+32)); err != nil {
			t.Error(err)
		}
	})
}

// TestExcelizeOpensAlike holds our opening to excelize's, which is right where the password is: its package goes on to
// the end of the last block.
func TestExcelizeOpensAlike(t *testing.T) {
	data, err := excelize.Encrypt(sent(t), &excelize.Options{Password: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	ours, err := Unlock(data, []string{"secret"})
	theirs, err2 := excelize.Decrypt(data, &excelize.Options{Password: "secret"})
	if err != nil || err2 != nil || !bytes.HasPrefix(theirs, ours) {
		t.Error(err, err2)
	}
}

// TestWhyExcelizeUnlocksNothing shows in small what its functions do with a wrong password, and with a short package:
// that is written where no reader looks for it, excelize's own among them. When it fails, excelize has mended that.
func TestWhyExcelizeUnlocksNothing(t *testing.T) {
	plain := sent(t)
	data, err := excelize.Encrypt(plain, &excelize.Options{Password: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	if opened, err := excelize.Decrypt(data, &excelize.Options{Password: "wrong"}); err != nil ||
		bytes.HasPrefix(opened, plain) {
		t.Errorf("a wrong password: %v", err)
	}
	short := []byte("PK, and little more")
	if data, err = excelize.Encrypt(short, &excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	if opened, err := excelize.Decrypt(data, &excelize.Options{Password: "secret"}); err == nil &&
		bytes.HasPrefix(opened, short) {
		t.Error("a short package is opened")
	}
}
