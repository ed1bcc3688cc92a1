/** TestType is seen late: DescribeType may go on saying NOT_TESTED for a while, and other publishers wait up to a minute. */
export const unseenMs = 60_000;
