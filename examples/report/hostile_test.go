package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"encoding/json"
)

// hostile are texts that would do something if they were not written as texts.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`</style></title></figure><iframe src="http://example.com/">`,
	`![picture](http://example.com/x.png) [link](javascript:alert(1)) | pipe`,
	"`code` *bold* _line_ # heading ~~gone~~ $x$ {{.}} \\",
	`&lt;b&gt; &amp; 'quotes' "double" “curly”`,
	strings.Repeat("a very long text without an end, ", 6),
	strings.Repeat("Donaudampfschifffahrt", 9),
	"=cmd|' /C calc'!A0",
	"- 1. no list",
}

// foreign are texts that the font of the charts has no letters for.
var foreign = []string{
	"turned \u202egnp.exe\u202c and \u2067isolated",
	"שם של מדינה ارقام",
}

// hostileFiles puts texts into every place of the two files, and gives arguments.
func hostileFiles(t *testing.T, texts []string) []string {
	t.Helper()
	dir := t.TempDir()
	var data strings.Builder
	fmt.Fprintf(&data, "# edition: %s\n# money: %s million\n# quantity: %s\n# denominator: %s\n", hostile[0], hostile[3], hostile[5], hostile[1])
	for i, text := range texts {
		quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		fmt.Fprintf(&data, "# source: %s,%s,2026-01-01,%s\n# note: %s\n# member: M%02d,,%s\n", quote(text), quote(text), quote(text), text, i, quote(text))
	}
	fmt.Fprintln(&data, "member,variable,unit,year,value,status")
	for i := range texts {
		for year := 2015; year <= 2025; year++ {
			fmt.Fprintf(&data, "M%02d,share,\"%% of %s\",%d,%.2f,observed\n", i, strings.ReplaceAll(hostile[1], `"`, `""`), year, 1+0.05*float64(i)+0.02*float64(year-2015))
			fmt.Fprintf(&data, "M%02d,gdp,%s million,%d,1000,observed\n", i, hostile[3], year)
		}
	}
	type part map[string]any
	rates := part{}
	for i := range texts {
		rates[fmt.Sprintf("M%02d", i)] = part{"2026": 1}
	}
	set := part{"title": hostile[0], "note": hostile[1], "source": hostile[3]}
	var all []part
	for i, text := range texts[:min(len(texts), mostInOne+1)] { // more than fit one chart
		response := part{"kind": "ramp"}
		if i == 0 { // one of them is simulated
			response = part{"kind": "shocked", "sd_percent": 4, "response": response}
		}
		all = append(all, part{
			"name": text, "note": text, "response": response,
			"pledge": part{"kind": "target", "share_percent": 2, "by": 2030},
			"growth": part{"kind": "table", "name": text, "rates_percent": rates},
		})
	}
	set["scenarios"] = all
	text, err := json.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"data.csv": data.String(), "scenarios.json": string(text)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"-data", filepath.Join(dir, "data.csv"), "-scenarios", filepath.Join(dir, "scenarios.json"), "-draws", "20", "-to", "2031"}
}

// Whatever stands in the user's files is shown as it stands, and does nothing.
func TestHostileTextsAreHarmless(t *testing.T) {
	if raced {
		t.Skip("too slow with the race detector")
	}
	files, _ := made(t, hostileFiles(t, hostile)...)
	all := checkHTML(t, files)
	checkMarkdown(t, files)
	checkShown(t, all, hostile)
	for name := range files {
		if strings.Contains(name, "..") || strings.ContainsAny(name, " <>\"'|") {
			t.Errorf("the file name %q is not of the report's own making", name)
		}
	}
	for _, e := range all {
		if e.attr["class"] == "missing" {
			t.Error(e.text)
		}
	}
}

// Without letters for a name there are no charts with it: the page says why, and has
// all the rest.
func TestTextsThatChartsHaveNoLettersFor(t *testing.T) {
	if raced {
		t.Skip("too slow with the race detector")
	}
	files, printed := made(t, hostileFiles(t, foreign)...)
	all := checkHTML(t, files)
	checkShown(t, all, foreign)
	missing := 0
	for _, e := range all {
		if e.attr["class"] == "missing" {
			missing++
			if !strings.Contains(e.text, "This chart is left out: the font of the charts does not have ") {
				t.Error(e.text)
			}
		}
	}
	if missing == 0 {
		t.Error("no chart says that it is missing")
	}
	for name, text := range map[string]string{htmlName: files[htmlName], markdownName: files[markdownName], "standard output": printed} {
		if strings.ContainsAny(text, "\u202e\u2067") {
			t.Errorf("%s has characters that turn the direction of what follows", name)
		}
	}
}

// checkShown checks that a page shows texts as they are.
func checkShown(t *testing.T, all []*element, texts []string) {
	t.Helper()
	shown := ""
	for _, e := range all {
		if e.name == "body" {
			shown = e.text
		}
	}
	for _, text := range texts {
		if legible := plain(text); !strings.Contains(shown, strings.TrimSpace(legible)) {
			t.Errorf("the page does not show %q", legible)
		}
	}
}
