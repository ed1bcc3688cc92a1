# Step 2: the target gets the wildcard, and a certificate that covers it.
. "$(dirname "$0")/common.sh"

certificate=arn:aws:acm:us-east-1:310123456789:certificate/8ce3aef1-15d4-45ad-8f8e-bd51768cf536

aws cloudfront update-distribution \
  --id "$(of "$ANSWERS/target.json" Distribution Id)" \
  --if-match "$(of "$ANSWERS/target.json" ETag)" \
  --region us-east-1 \
  --profile target \
  --distribution-config "$(edit "$ANSWERS/target.json" --aliases '*.example.com' --certificate "$certificate")" > "$ANSWERS/target.new.json"
mv "$ANSWERS/target.new.json" "$ANSWERS/target.json"
