"""
Prints the DistributionConfig of an answer of the AWS CLI with changes, for --distribution-config:

    python3 edit.py ANSWER.json [--for-target] [--aliases NAME...] [--certificate ARN | default]
"""

import argparse
import json

# What the source's configuration refers to, and what stands for it in the target account. What is not copied yet
# goes without: access controls of the buckets, functions, logs and the web ACL.
REFERENCES = {
    "3af0b823-7b43-404e-9d5a-7c92b97bca3b": "5c27d9e0-64f1-4b1c-a8a3-0d92b1e7c6f4",
    "f74bd362-9ba0-4efc-a1b2-6280beeb1fce": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    "b689b0a8-53d0-40ab-a1b2-68738e2966ac": "216adef6-5c7f-47e4-b989-5492eafa07d3",
    "origin-source.example.net": "origin-target.example.net",
}


def for_target(config):
    text = json.dumps(config)
    for old, new in REFERENCES.items():
        text = text.replace(old, new)
    config = json.loads(text)
    web = [origin for origin in config["Origins"]["Items"] if origin["Id"] == "web"]
    config["Origins"] = {"Quantity": 1, "Items": web}
    behaviour = config["DefaultCacheBehavior"]
    behaviour["LambdaFunctionAssociations"] = behaviour["FunctionAssociations"] = {"Quantity": 0}
    config["Logging"] = {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""}
    return {**config, "WebACLId": "", "Comment": "target account distribution"}


def viewer_certificate(arn):
    if arn == "default":
        return {
            "CloudFrontDefaultCertificate": True,
            "MinimumProtocolVersion": "TLSv1",
            "CertificateSource": "cloudfront",
        }
    return {
        "CloudFrontDefaultCertificate": False,
        "ACMCertificateArn": arn,
        "SSLSupportMethod": "sni-only",
        "MinimumProtocolVersion": "TLSv1.2_2021",
        "Certificate": arn,
        "CertificateSource": "acm",
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("answer")
    parser.add_argument("--for-target", action="store_true")
    parser.add_argument("--aliases", nargs="*")
    parser.add_argument("--certificate")
    words = parser.parse_args()
    with open(words.answer) as file:
        answer = json.load(file)
    config = answer.get("DistributionConfig") or answer["Distribution"]["DistributionConfig"]
    if words.for_target:
        config = for_target(config)
    if words.aliases is not None:
        config["Aliases"] = {"Quantity": len(words.aliases), **({"Items": words.aliases} if words.aliases else {})}
    if words.certificate:
        config["ViewerCertificate"] = viewer_certificate(words.certificate)
    print(json.dumps(config))


main()
