#!/usr/bin/env bash
# Keys for twelve hours, for an account that asks for a second factor: `scripts/mfa.sh PROFILE CODE` writes them as the
# profile PROFILE-mfa, which every command here then takes: `--profile PROFILE-mfa`.
set -euo pipefail
if [[ $# -ne 2 || ! $2 =~ ^[0-9]{6}$ ]]; then
  echo "usage: scripts/mfa.sh PROFILE CODE (six digits of the device)" >&2
  exit 2
fi
profile=$1
device=$(aws --profile "$profile" iam list-mfa-devices --query 'MFADevices[0].SerialNumber' --output text)
if [[ $device == None ]]; then
  echo "the user of the profile $profile has no MFA device" >&2
  exit 1
fi
read -r key secret token until < <(aws --profile "$profile" sts get-session-token --serial-number "$device" \
  --token-code "$2" --duration-seconds 43200 --output text \
  --query 'Credentials.[AccessKeyId, SecretAccessKey, SessionToken, Expiration]')
aws configure set aws_access_key_id "$key" --profile "$profile-mfa"
aws configure set aws_secret_access_key "$secret" --profile "$profile-mfa"
aws configure set aws_session_token "$token" --profile "$profile-mfa"
region=$(aws configure get region --profile "$profile" || true)
[[ -z $region ]] || aws configure set region "$region" --profile "$profile-mfa"
echo "--profile $profile-mfa until $until"
