#include <triptych/hyphenation.hpp>
#include <triptych/modules.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("modules that are not there are null, and those that are do their work") {
    const Modules nowhere({"/nowhere", "/nowhere/else"});
    CHECK((nowhere.syntax() == nullptr));
    CHECK((nowhere.verify() == nullptr));
    CHECK(nowhere.decoder().empty());
    CHECK_FALSE(verify_pdf("%PDF-1.7", nowhere));

    Modules modules({"/nowhere", TRIPTYCH_MODULES_FOLDER});
    CHECK((modules.syntax() != nullptr));
    CHECK(modules.decoder() == TRIPTYCH_MODULES_FOLDER "/triptych-decoder");
    const Modules moved = std::move(modules);
    const auto found = verify_pdf("%PDF-1.7", moved);
    REQUIRE(found);
    CHECK_FALSE(found->empty());
}

TEST_CASE("folders are those that the environment names, or lie around the program") {
    CHECK(module_folders().size() == 2);
    ::setenv("TRIPTYCH_MODULES", "/somewhere", 1);
    CHECK(module_folders() == std::vector<std::string>{"/somewhere"});
    ::unsetenv("TRIPTYCH_MODULES");
    ::unsetenv("TRIPTYCH_DATA");
    REQUIRE(find_data_folder());
    CHECK(std::filesystem::equivalent(*find_data_folder(), TRIPTYCH_SOURCE_DIR));
}

TEST_CASE("patterns of hyphenation that lie with the data come before those of the system") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("triptych-hyphens-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "hyphen");
    std::ofstream(folder / "hyphen/hyph_fr.dic") << "UTF-8\n";
    std::ofstream(folder / "hyphen/hyph_xx.dic") << "UTF-8\n";
    const auto files = hyphenation_files(folder.string());
    CHECK(files->read("hyph_fr.dic") == "UTF-8\n");
    CHECK(files->is_file("hyph_xx.dic"));
    CHECK(files->is_file("hyph_en_US.dic") ==
          std::filesystem::is_regular_file("/usr/share/hyphen/hyph_en_US.dic"));
    std::filesystem::remove_all(folder);
}
