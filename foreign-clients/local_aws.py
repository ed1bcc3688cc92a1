"""What the tests of both clients share: numbers of accounts and the least configuration of a distribution."""

from dataclasses import dataclass

FIRST_ACCOUNT = 100_000_000_000
EXTERNAL_ID = "move-of-example-com"


@dataclass(frozen=True)
class Accounts:
    """Two accounts that no other test uses, and a domain that no other test owns."""

    source: str
    target: str
    domain: str

    @property
    def role_arn(self):
        return f"arn:aws:iam::{self.source}:role/mover"


def distribution_config(reference, aliases=(), certificate=None, **changes):
    """The least that CreateDistribution takes, with changes."""
    viewer = (
        {
            "ACMCertificateArn": certificate,
            "SSLSupportMethod": "sni-only",
            "MinimumProtocolVersion": "TLSv1.2_2021",
        }
        if certificate
        else {"CloudFrontDefaultCertificate": True}
    )
    return {
        "CallerReference": reference,
        "Comment": "made by a foreign client",
        "Enabled": True,
        "Aliases": {"Quantity": len(aliases), "Items": list(aliases)} if aliases else {"Quantity": 0},
        "Origins": {
            "Quantity": 1,
            "Items": [
                {
                    "Id": "web",
                    "DomainName": "origin.example.net",
                    "CustomOriginConfig": {
                        "HTTPPort": 80,
                        "HTTPSPort": 443,
                        "OriginProtocolPolicy": "http-only",
                    },
                }
            ],
        },
        "DefaultCacheBehavior": {
            "TargetOriginId": "web",
            "ViewerProtocolPolicy": "redirect-to-https",
            "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        },
        "ViewerCertificate": viewer,
        **changes,
    }
