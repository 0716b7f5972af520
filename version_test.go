package pledgesim_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/pledgesim/pledgesim"
)

// The version is that of the newest heading of the changelog; while that is
// "Unreleased", a version that is to come.
func TestVersionIsTheNewestOfTheChangelog(t *testing.T) {
	heading := regexp.MustCompile(`(?m)^## (\S+)`).FindStringSubmatch(read(t, "CHANGELOG.md"))
	if heading == nil {
		t.Fatal("the changelog has no heading")
	}
	want := regexp.QuoteMeta(heading[1])
	if heading[1] == "Unreleased" {
		want = `\d+\.\d+\.\d+-dev`
	}
	if !regexp.MustCompile("^" + want + "$").MatchString(pledgesim.Version) {
		t.Errorf("the version is %s, the changelog begins with %s", pledgesim.Version, heading[1])
	}
}

// Every table and figure names the version that it was computed by.
func ExampleVersion() {
	fmt.Println("pledgesim", pledgesim.Version)
	// Output: pledgesim 0.1.0-dev
}
