foreach(unit inboxcursor inboxjson pagerequest searchterms sentiment snoozetimes triagejson triagerules)
    signalbox_test(core/inbox/tst_${unit}.cpp LABEL core LINK signalbox_domain)
endforeach()
