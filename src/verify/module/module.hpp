#pragma once

#include <cstddef>

/// The verifier as a module of its own: the library it reads PDF with takes longer to load than a
/// small book takes to build, so that only who asks for it pays.
extern "C" {

/// Called for every violation; the texts live for the call.
using TriptychVerifyReport = void (*)(void* sink, const char* clause, const char* message);
/// The type of `triptych_verify`, which the module exports.
using TriptychVerify = void (*)(const char* bytes, std::size_t size, TriptychVerifyReport report,
                                void* sink);
}
