# The CRM tab and the exports.
