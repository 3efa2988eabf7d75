#include <triptych/live.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

using namespace triptych;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

struct WatchedFolder {
    const fs::path root =
        fs::temp_directory_path() / ("triptych-watch-" + std::to_string(::getpid()));
    WatchedFolder() {
        fs::create_directories(root / "guide");
        fs::create_directories(root / "out");
        fs::create_directories(root / ".git");
    }
    ~WatchedFolder() { fs::remove_all(root); }

    void write(const std::string& name, const std::string& text = "text") const {
        std::ofstream(root / name) << text;
    }
    std::string path(const std::string& name) const { return (root / name).string(); }
};

}  // namespace

TEST_CASE("a file that is written, renamed or removed is told, wherever it lies") {
    const WatchedFolder folder;
    FolderWatch watch({folder.root.string()}, {folder.path("out")});
    CHECK_FALSE(watch.looks());
    CHECK(watch.wait(milliseconds(1)).empty());
    using Paths = std::vector<std::string>;
    folder.write("guide/page.md");
    CHECK(watch.wait(milliseconds(2000)) == Paths{folder.path("guide/page.md")});
    // As many editors do: a new file in the place of the old one.
    folder.write("guide/page.md~");
    fs::rename(folder.root / "guide/page.md~", folder.root / "guide/page.md");
    CHECK(watch.wait(milliseconds(2000)) == Paths{folder.path("guide/page.md")});
    fs::remove(folder.root / "guide/page.md");
    CHECK(watch.wait(milliseconds(2000)) == Paths{folder.path("guide/page.md")});
}

TEST_CASE("folders that are made or moved in are watched, too") {
    const WatchedFolder folder;
    FolderWatch watch({folder.root.string()}, {});
    fs::create_directories(folder.root / "new/deep");
    CHECK_FALSE(watch.wait(milliseconds(2000)).empty());
    folder.write("new/deep/page.md");
    CHECK(watch.wait(milliseconds(2000)) ==
          std::vector<std::string>{folder.path("new/deep/page.md")});
}

TEST_CASE("outputs, hidden folders and what editors leave aside are no change") {
    const WatchedFolder folder;
    FolderWatch watch({folder.root.string()}, {folder.path("out")});
    for (const char* name : {"out/book.pdf", ".git/index", "page.md~", ".#page.md", "4913",
                             ".page.md.swp", "#page.md#"})
        folder.write(name);
    CHECK(watch.wait(milliseconds(60)).empty());
}

TEST_CASE("a folder that is removed or moved and made anew is watched again") {
    const WatchedFolder folder;
    using Paths = std::vector<std::string>;
    FolderWatch watch({folder.path("guide")}, {});
    const auto is_told = [&](const std::string& path) {
        for (int i = 0; i < 40; ++i) {
            const Paths changed = watch.wait(milliseconds(50));
            if (std::find(changed.begin(), changed.end(), path) != changed.end()) return true;
        }
        return false;
    };
    for (const bool moved : {false, true}) {
        if (moved)
            fs::rename(folder.root / "guide", folder.root / "aside");
        else
            fs::remove_all(folder.root / "guide");
        CHECK(is_told(folder.path("guide")));
        fs::create_directories(folder.root / "guide/deep");
        CHECK(is_told(folder.path("guide")));
        folder.write("guide/deep/page.md");
        CHECK(is_told(folder.path("guide/deep/page.md")));
        folder.write(moved ? "aside/page.md" : "page.md");
        CHECK(watch.wait(milliseconds(60)).empty());
    }
}

TEST_CASE("what is left out may change, and what a build writes has another name at first") {
    const WatchedFolder folder;
    FolderWatch watch({folder.root.string()}, {});
    folder.write("book.pdf");
    CHECK(watch.wait(milliseconds(2000)) == std::vector<std::string>{folder.path("book.pdf")});
    watch.leave_out({folder.path("book.pdf")});
    folder.write(".book.pdf.part");
    fs::rename(folder.root / ".book.pdf.part", folder.root / "book.pdf");
    CHECK(watch.wait(milliseconds(60)).empty());
    folder.write("page.md");
    CHECK(watch.wait(milliseconds(2000)) == std::vector<std::string>{folder.path("page.md")});
}
