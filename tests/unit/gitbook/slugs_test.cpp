#include "gitbook/syntax/slugs.hpp"

#include <doctest/doctest.h>

using namespace triptych::gitbook;

TEST_CASE("a heading's anchor follows GitBook's rule") {
    CHECK(gitbook_slug("Piliers d’une organisation produit") ==
          "piliers-dune-organisation-produit");
    CHECK(gitbook_slug("1. Une équipe pluridisciplinaire et autonome") ==
          "id-1.-une-equipe-pluridisciplinaire-et-autonome");
    CHECK(gitbook_slug("Cas d'utilisation") == "cas-dutilisation");
    CHECK(gitbook_slug("CI/CD") == "cicd");
    CHECK(gitbook_slug("RID / AID") == "rid-aid");
    CHECK(gitbook_slug("Math & TeX") == "math-and-tex");
    CHECK(gitbook_slug("💻 Contribuer à la documentation") == "contribuer-a-la-documentation");
    CHECK(gitbook_slug("Le cœur — façade, Ça alors !") == "le-coeur-facade-ca-alors");
    CHECK(gitbook_slug("site beta.gouv") == "site-beta.gouv");
    CHECK(gitbook_slug("Azure AD") == "azure-a-d");
    CHECK(gitbook_slug("Ad-hoc") == "a-d-hoc");
    CHECK(gitbook_slug("adapter") == "adapter");
    CHECK(gitbook_slug("  -- ") == "");
    CHECK(gitbook_slug("日本語") == "");
}

TEST_CASE("composed and decomposed titles have one anchor") {
    CHECK(gitbook_slug("e\u0301te\u0301") == gitbook_slug("\u00e9t\u00e9"));
}

TEST_CASE("GitHub keeps accents and every space") {
    CHECK(github_slug("Sécurité au niveau réseau/middleware") ==
          "sécurité-au-niveau-réseaumiddleware");
    CHECK(github_slug("2. Mission API & nameshield") == "2-mission-api--nameshield");
    CHECK(github_slug("Cas d'utilisation") == "cas-dutilisation");
    CHECK(github_slug("💻 Contribuer") == "-contribuer");
}

TEST_CASE("a lax anchor knows no case, dots, digit prefix or repeated hyphens") {
    CHECK(lax_slug("ID-1.--Une-Équipe") == "1-une-equipe");
    CHECK(lax_slug("1-une-equipe") == "1-une-equipe");
    CHECK(lax_slug("Une_Équipe_1") == "une-equipe-1");
    CHECK(lax_slug("") == "");
}

TEST_CASE("parts of ids hold no double hyphen and are never empty") {
    CHECK(id_slug("a -- b__c") == "a-b-c");
    CHECK(id_slug("日本語") == "section");
    CHECK(id_slug("Éléments clés") == "elements-cles");
}

TEST_CASE("names are handed out once") {
    UniqueNames names;
    CHECK(names.claim("images") == "images");
    CHECK(names.claim("images-1") == "images-1");
    CHECK(names.claim("images") == "images-2");
    CHECK(names.claim("images") == "images-3");
}
