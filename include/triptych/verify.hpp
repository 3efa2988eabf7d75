#pragma once

#include <cstddef>

/// What the module `triptych-verify.so` exports: it reads a finished PDF back and holds it against
/// PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). A module of its own, since the library it
/// reads PDF with takes longer to load than a small book takes to build.
extern "C" {

/// Called for every violation; the texts live for the call.
using TriptychVerifyReport = void (*)(void* sink, const char* clause, const char* message);
/// The type of `triptych_verify`. Never throws; a file that can't be read is a violation, too.
using TriptychVerify = void (*)(const char* bytes, std::size_t size, TriptychVerifyReport report,
                                void* sink);
}
