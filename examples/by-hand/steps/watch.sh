# Who answers, ten times a second.
while :;do echo -n "timestamp:`date +%s`";curl -svo /dev/null https://a.example.com -w 'http status code: %{http_code} ' 2>&1 | egrep 'x-migration|http status code';sleep 0.1;done
