#!/usr/bin/env bash
# Renews roots.pem from Debian's ca-certificates: the roots of Amazon Trust Services (https://www.amazontrust.com/repository/),
# which every endpoint of AWS chains to, and no others. `make roots` calls it; a test compares the two by fingerprint.
set -euo pipefail
cd "$(dirname "$0")"

for root in Amazon_Root_CA_1 Amazon_Root_CA_2 Amazon_Root_CA_3 Amazon_Root_CA_4 Starfield_Services_Root_Certificate_Authority_-_G2; do
  openssl x509 -in "/usr/share/ca-certificates/mozilla/$root.crt" -subject -nameopt RFC2253
done > roots.pem
