package worldbank

import (
	"fmt"
	"strings"
	"testing"
)

// An embedded file that was broken in the making is noticed at once, and named.
func TestABrokenFileIsNoticed(t *testing.T) {
	defer func() {
		if text := fmt.Sprint(recover()); !strings.HasPrefix(text, "worldbank: line ") {
			t.Errorf("panics with %q", text)
		}
	}()
	read(file[:len(file)/2])
	t.Error("half a file is read as if it were whole")
}
