# The rules of ARCHITECTURE.md that a compiler does not hold:
#   who may include whom, no Qt GUI below ui, no exceptions, one clock, no SQL in C++, no monster files.
#   cmake -DROOT=<source tree> [-DQT_HEADERS=<Qt's include directory>] -P check_layers.cmake
# Excuses give their reason: `// allow-exceptions: why` for a file, `// allow-sql: why` above a line.
cmake_minimum_required(VERSION 3.25)

# Folder → what it may include beside itself. The first matching line counts. Arrows point to core/base; only app knows all.
set(rules
    "core/base|"
    "core/inbox|core/base"
    "core/analytics|core/base core/inbox"
    "core/export|core/base core/inbox core/analytics"
    "core/realtime|core/base"
    "core/auth|core/base core/inbox"
    "core/cluster|core/base core/inbox"
    "core/config|core/base core/inbox"
    "core/storage|core/base core/inbox core/analytics core/realtime resources"
    "core/feed|core/base core/inbox core/realtime core/storage resources"
    "core/ingest|core/base core/inbox core/analytics core/auth core/storage resources"
    "core/client|core/base core/inbox core/analytics core/realtime"
    "core/server|core/base core/inbox core/analytics core/export core/realtime core/auth core/storage core/ingest resources"
    "core/|core/base core/inbox"
    "models|core/base core/inbox core/analytics core/realtime"
    "ui|core/base core/inbox core/analytics core/realtime models"
    "app/service|core resources app/ctl"
    "app/ctl|core resources app/service"
    "app/console|core models ui resources app/service app/ctl"
    "app|core models ui resources"
    "resources|core/base")
# Qt modules whose headers a folder may not include. They compile anyway: all Qt headers share one root.
set(gui Gui Widgets Charts Svg SvgWidgets OpenGL OpenGLWidgets PrintSupport)
set(network Network WebSockets HttpServer)

function(report path text)
    set_property(GLOBAL APPEND_STRING PROPERTY violations "  ${path}: ${text}\n")
endfunction()

# The text of a file without comments. Brackets and semicolons, which CMake's lists trip over, mean nothing to these checks.
function(read_code path result)
    file(READ ${path} text)
    string(REGEX REPLACE "[][;]" " " text "${text}")
    if(text MATCHES "// allow-exceptions: [a-zA-Z]")
        string(REGEX REPLACE "(^|[^A-Za-z0-9_])(throw|catch)[ (]" "\\1excused " text "${text}")
    endif()
    string(REGEX REPLACE "// allow-sql: [^\n]*\n([ \t]*//[^\n]*\n)*[^\n]*\n" "\n" text "${text}")
    string(REGEX REPLACE "(^|[^:])//[^\n]*" "\\1" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(find_rule path result)
    foreach(rule IN LISTS rules)
        string(REGEX MATCH "^([^|]*)[|](.*)$" ignored "${rule}")
        set(folder ${CMAKE_MATCH_1})
        set(allowed ${CMAKE_MATCH_2})
        string(FIND "${path}" "${folder}" at)
        if(at EQUAL 0)
            string(REPLACE " " ";" allowed "${allowed}")
            get_filename_component(own ${path} DIRECTORY)
            string(REGEX MATCH "^((core|app)/[^/]+|[^/]+)" own "${own}")
            set(${result} ${own} ${allowed} PARENT_SCOPE)
            return()
        endif()
    endforeach()
    set(${result} "" PARENT_SCOPE)
endfunction()

function(check_project_includes path text)
    find_rule(${path} allowed)
    string(REGEX MATCHALL "#include \"[^\"\n]+\"" includes "${text}")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "#include \"(.*)\"" "\\1" header "${include}")
        if(header MATCHES "\\.moc$" OR header STREQUAL "core/pch.h")
            continue()
        endif()
        if(NOT header MATCHES "^(app|core|models|resources|tests|ui)/")
            report(${path} "\"${header}\" is not written from the root of the tree")
            continue()
        endif()
        set(isAllowed FALSE)
        foreach(prefix IN LISTS allowed)
            string(FIND "${header}" "${prefix}/" at)
            if(at EQUAL 0)
                set(isAllowed TRUE)
            endif()
        endforeach()
        # The programs share what lies directly in app/.
        if(path MATCHES "^app/" AND header MATCHES "^app/[^/]+$")
            set(isAllowed TRUE)
        endif()
        if(NOT isAllowed)
            report(${path} "may not include \"${header}\"")
        endif()
    endforeach()
endfunction()

function(check_qt_includes path text)
    set(forbidden "")
    if(NOT path MATCHES "^(ui|app/console)/")
        list(APPEND forbidden ${gui})
    endif()
    if(path MATCHES "^(models|core/base|core/inbox|core/realtime|ui)/")
        list(APPEND forbidden ${network})
    endif()
    string(REGEX MATCHALL "#include <Q[^>\n]+>" includes "${text}")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "#include <(.*)>" "\\1" header "${include}")
        foreach(module IN LISTS forbidden)
            if(header MATCHES "^Qt${module}(/|$)" OR (QT_HEADERS AND EXISTS "${QT_HEADERS}/Qt${module}/${header}"))
                report(${path} "may not include <${header}> of Qt ${module}")
            endif()
        endforeach()
    endforeach()
endfunction()

function(check_habits path text)
    # A name is not a keyword in a string or behind an underscore.
    string(REGEX MATCHALL "(^|[^A-Za-z0-9_\"'])(throw|catch)[ (;][^\n]*" found "${text}")
    foreach(line IN LISTS found)
        string(STRIP "${line}" line)
        report(${path} "throws or catches: ${line}")
    endforeach()
    if(NOT path STREQUAL "core/base/clock.cpp")
        string(REGEX MATCHALL
            "(currentDateTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|QDate::currentDate|QTime::currentTime|system_clock::now|steady_clock::now)[^\n]*"
            found "${text}")
        foreach(line IN LISTS found)
            report(${path} "asks the system for the time instead of a Clock: ${line}")
        endforeach()
    endif()
endfunction()

# Only statements look like this; a label "Select all" does not.
set(sqlShapes
    "select [a-z_0-9.*]+(\\(|,| from | ::)" "select [0-9']" "insert into [a-z_]" "update [a-z_.]+ set " "delete from [a-z_]"
    "(create|drop|alter) (or replace )?(unique )?(table|index|role|database|schema|function|type|view|policy|extension|publication|trigger) "
    "truncate (table )?[a-z_]+[\" ]" "copy [a-z_.]+ ?\\([a-z_, ]+\\) (from|to)" "copy [a-z_.]+ (from|to) (stdin|stdout|program|')" "(listen|notify|unlisten) [a-z_%]+[\",]" "with [a-z_]+ as \\("
    "set (session|statement_timeout|role|search_path)" "(prepare|execute|deallocate) [a-z_]+[ \"]?(as|\\()")
function(check_sql path text)
    string(TOLOWER "${text}" lowered)
    foreach(shape IN LISTS sqlShapes)
        string(REGEX MATCHALL "\"[^\"\n]*${shape}[^\n]*" found "${lowered}")
        foreach(line IN LISTS found)
            if(NOT line MATCHES "^\"(begin|commit|rollback|savepoint|release|set local|set transaction|start transaction)")
                report(${path} "has SQL outside resources/sql: ${line}")
            endif()
        endforeach()
    endforeach()
endfunction()

function(check_size path)
    file(READ ${ROOT}/${path} raw)
    string(REGEX REPLACE "[^\n]" "" newlines "${raw}")
    string(LENGTH "${newlines}" lines)
    if(path MATCHES "\\.h$")
        set(limit 150)
    else()
        set(limit 500)
    endif()
    if(lines GREATER limit)
        report(${path} "has ${lines} lines; the limit is ${limit}")
    endif()
endfunction()

file(GLOB_RECURSE sources RELATIVE ${ROOT}
    ${ROOT}/app/*.cpp ${ROOT}/app/*.h ${ROOT}/core/*.cpp ${ROOT}/core/*.h ${ROOT}/models/*.cpp ${ROOT}/models/*.h
    ${ROOT}/resources/*.cpp ${ROOT}/resources/*.h ${ROOT}/tests/*.cpp ${ROOT}/tests/*.h ${ROOT}/ui/*.cpp ${ROOT}/ui/*.h)
list(FILTER sources EXCLUDE REGEX "^tests/clients/")
list(LENGTH sources count)
if(count EQUAL 0)
    message(FATAL_ERROR "no sources below ${ROOT}")
endif()
foreach(source IN LISTS sources)
    check_size(${source})
    if(source MATCHES "^tests/")
        continue()
    endif()
    read_code(${ROOT}/${source} code)
    check_project_includes(${source} "${code}")
    check_qt_includes(${source} "${code}")
    check_habits(${source} "${code}")
    check_sql(${source} "${code}")
endforeach()
get_property(violations GLOBAL PROPERTY violations)
if(violations)
    message(FATAL_ERROR "the rules of the house (ARCHITECTURE.md) are broken:\n${violations}")
endif()
message(STATUS "${count} files keep the rules")
