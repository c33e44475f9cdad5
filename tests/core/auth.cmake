foreach(unit tokenverifier jwkssource)
    signalbox_test(core/auth/tst_${unit}.cpp LABEL core LINK signalbox_auth OpenSSL::Crypto
        SOURCES core/auth/signingkeys.cpp core/auth/signingkeys.h core/auth/keyserver.h)
endforeach()
foreach(unit loginthrottle password signingsecret)
    signalbox_test(core/auth/tst_${unit}.cpp LABEL core LINK signalbox_auth)
endforeach()
