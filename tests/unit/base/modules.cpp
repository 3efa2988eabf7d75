#include <triptych/modules.hpp>

#include <cstdlib>
#include <filesystem>

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
