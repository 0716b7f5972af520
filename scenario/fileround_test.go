package scenario_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pledgesim/pledgesim/scenario"
)

// sameFile compares files to the last bit, series with the origin of their figures.
var sameFile = cmp.Options{
	cmp.Comparer(func(a, b scenario.Series) bool { return slices.Equal(observations(a), observations(b)) }),
	cmpopts.EquateEmpty(),
}

// encoded writes a file, decoded reads one.
func encoded(t *testing.T, f scenario.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := scenario.Encode(&b, f); err != nil {
		t.Fatalf("%v\n%+v", err, f)
	}
	return b.Bytes()
}

func decoded(t *testing.T, text []byte) scenario.File {
	t.Helper()
	f, err := scenario.Decode(bytes.NewReader(text), scenario.DecodeOptions{})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return *f
}

// roundTrip fails unless a file is read back as it was written.
func roundTrip(t *testing.T, f scenario.File) {
	t.Helper()
	text := encoded(t, f)
	back := decoded(t, text)
	if diff := cmp.Diff(f, back, sameFile); diff != "" {
		t.Fatalf("-written +read:\n%s\n%s", diff, text)
	}
	if again := encoded(t, back); !bytes.Equal(text, again) {
		t.Errorf("written again it differs:\n%s", cmp.Diff(string(text), string(again)))
	}
	for i, s := range back.Scenarios {
		if d := scenario.Diff(f.Scenarios[i], s); d != nil {
			t.Errorf("Diff finds %v", d)
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	for n := range 64 {
		f.Add(bytes.Repeat([]byte{byte(37 * n)}, n))
	}
	f.Fuzz(func(t *testing.T, data []byte) { roundTrip(t, arbitraryFrom(data).file()) })
}

func FuzzDecode(f *testing.F) {
	for _, name := range samples(f) {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for n := range 16 {
		var b bytes.Buffer
		if err := scenario.Encode(&b, arbitraryFrom(bytes.Repeat([]byte{byte(37 * n)}, n)).file()); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := scenario.Decode(bytes.NewReader(data), scenario.DecodeOptions{})
		if err == nil {
			roundTrip(t, *file)
		}
	})
}

func samples(t testing.TB) []string {
	names, err := filepath.Glob("testdata/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal("no sample files", err)
	}
	return names
}

// A model that is added to the package must be in allModels, and so be encoded by the
// tests below, which fill its fields.
func TestFilesHoldAllModels(t *testing.T) {
	methods := map[string]reflect.Type{}
	for family := range allModels() {
		methods[family.Method(0).Name] = family
	}
	equal(t, slices.Sorted(maps.Keys(methods)), []string{"Ask", "Central", "Spend"})
	want := map[string]bool{}
	files, err := filepath.Glob("[a-z]*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			m, ok := d.(*ast.FuncDecl)
			if !ok || m.Recv == nil || methods[m.Name.Name] == nil {
				continue
			}
			if model, ok := m.Recv.List[0].Type.(*ast.Ident); ok && model.IsExported() { // *Block works out those of others
				want[model.Name] = true
			}
		}
	}
	got := map[string]bool{}
	for _, family := range allModels() {
		for _, m := range family {
			got[reflect.TypeOf(m).Name()] = true
		}
	}
	equal(t, got, want)
}

// Each field of each model changes the file when it is set, and is read back.
func TestFilesHoldAllFields(t *testing.T) {
	a := arbitraryFrom(nil)
	for family, kinds := range allModels() {
		for _, m := range kinds {
			typ := reflect.TypeOf(m)
			seen := map[string]bool{}
			for range 100 {
				v := reflect.New(typ).Elem()
				a.value(v, typ.Name(), 1)
				if !a.sound(v.Interface()) {
					continue
				}
				s := scenario.Scenario{Name: "s", Growth: scenario.Constant(0), Response: scenario.Hold{}}
				reflect.ValueOf(&s).Elem().FieldByName(strings.TrimSuffix(family.Name(), "Path")).Set(v)
				roundTrip(t, scenario.File{Scenarios: []scenario.Scenario{s}})
				seenFields(seen, "", v)
			}
			for _, name := range allFields("", typ) {
				if !seen[name] {
					t.Errorf("%v%s was never tried: the generator makes none", typ, name)
				}
			}
		}
	}
}

// allFields lists the fields of a model, and those of structs inside it.
func allFields(prefix string, typ reflect.Type) []string {
	if typ.Kind() != reflect.Struct || typ == reflect.TypeFor[scenario.Series]() {
		return nil
	}
	var all []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		all = append(append(all, prefix+"."+f.Name), allFields(prefix+"."+f.Name, f.Type)...)
	}
	return all
}

// seenFields notes the fields that hold something.
func seenFields(seen map[string]bool, prefix string, v reflect.Value) {
	if v.Kind() != reflect.Struct || v.Type() == reflect.TypeFor[scenario.Series]() {
		return
	}
	for i := range v.NumField() {
		name := prefix + "." + v.Type().Field(i).Name
		seen[name] = seen[name] || !v.Field(i).IsZero()
		seenFields(seen, name, v.Field(i))
	}
}
