using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against what tells people that something is wrong.</summary>
internal static class OperationsSabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("Nobody hears of the API's errors", "prod Operations", "Alarms/ApiServerErrors", Sabotage.Gone),
        new("An alarm tells nobody", "prod Operations", "Alarms/ApiLatency", Set("/Properties/AlarmActions", "[]")),
        new("An alarm is switched off", "dev Operations", "Alarms/GetTermErrors", Set("/Properties/ActionsEnabled", "false")),
        new("An alarm waits for a thousand errors", "prod Operations", "Alarms/GetTermErrors", Set("/Properties/Threshold", "1000")),
        new("An alarm looks at a metric that nobody writes", "prod Operations", "Alarms/DeadLetters", Set("/Properties/MetricName", "\"NumberOfMessages\"")),
        new("An alarm looks at another function", "prod Operations", "Alarms/GetTermErrors", Replace("/Properties", "Api-GetTerm", "Api-GetGlossary")),
        new("Throttles of the table go unseen", "prod Operations", "Alarms/TableReadThrottles", Sabotage.Gone),
        new("Messages about alarms are not encrypted", "prod Operations", "Notifications/Topic/Resource", Remove("/Properties/KmsMasterKeyId")),
        new("Anyone may raise an alarm", "prod Operations", "Notifications/Topic/Policy/Resource", Add(
            "/Properties/PolicyDocument/Statement", """{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}""")),
        new("Messages about alarms travel over plain HTTP", "dev Operations", "Notifications/Topic/Policy/Resource", Remove("/Properties/PolicyDocument/Statement/0")),
        new("Nobody is subscribed", "prod Operations", "Notifications/Email", Sabotage.Gone),
        new("The budget is a million", "prod Operations", "Budget/Budget", Set("/Properties/Budget/BudgetLimit/Amount", "1000000")),
        new("The dashboard is gone", "dev Operations", "Dashboard/Page", Sabotage.Gone),
        new("A saved query is gone", "prod Operations", "Queries/ColdStarts", Sabotage.Gone),
        new("An alarm waits for an hour", "prod Operations", "Alarms/GetTermErrors", Set("/Properties/EvaluationPeriods", "12")),
        new("An alarm sees a day as one", "full Operations", "Alarms/GetTermErrors", Set("/Properties/Period", "86400")),
        new("An alarm goes off when all is well", "prod Operations", "Alarms/ApiLatency", Set("/Properties/ComparisonOperator", "\"LessThanThreshold\"")),
        new("An alarm looks at the average of the slowest", "prod Operations", "Alarms/ApiLatency", Set("/Properties/ExtendedStatistic", "\"p50\"")),
        new("An alarm takes silence for an error", "prod Operations", "Alarms/DeadLetters", Set("/Properties/TreatMissingData", "\"breaching\"")),
        new("An alarm tells another topic", "full Operations", "Alarms/ApiServerErrors", Set("/Properties/AlarmActions", "[\"arn:aws:sns:us-east-1:111122223333:other\"]")),
        new("An alarm has no entry in the runbook", "prod Operations", "Alarms/ApiServerErrors", Set("/Properties/AlarmDescription", "\"\"")),
        new("The dashboard has no alarms", "prod Operations", "Dashboard/Page", Replace("/Properties/DashboardBody", "\\\"type\\\":\\\"alarm\\\"", "\\\"type\\\":\\\"text\\\"")),
        new("The dashboard shows another API", "prod Operations", "Dashboard/Page", Replace("/Properties/DashboardBody", "Lexicon-prod-Api-GetTerm", "Lexicon-dev-Api-GetTerm")),
        new("A saved query asks one log less", "prod Operations", "Queries/ColdStarts", Remove("/Properties/LogGroupNames/0")),
        new("The budget is told when it is spent twice", "prod Operations", "Budget/Budget", Set("/Properties/Budget/TimeUnit", "\"ANNUALLY\"")),
        new("The topic's key never changes", "prod Operations", "Notifications/Key/Resource", Set("/Properties/EnableKeyRotation", "false")),
        new("Messages are posted to a web page", "prod Operations", "Notifications/Email", Set("/Properties/Protocol", "\"http\"")),
        new("Data events of the pages are not recorded", "full Operations", "DataEvents/Trail", Remove("/Properties/AdvancedEventSelectors/2")),
        new("Data events are not recorded", "full Operations", "DataEvents/Trail", Set("/Properties/IsLogging", "false")),
        new("The record of data events can be forged", "full Operations", "DataEvents/Trail", Set("/Properties/EnableLogFileValidation", "false")),
        new("An alarm is there only if somebody is mailed", "prod Operations", "Alarms/ApiServerErrors", Set("/Condition", "\"NotificationsEmailIsGivenE393E452\"")),
        new("An alarm points at no entry of the runbook", "prod Operations", "Alarms/ApiLatency", Replace("/Properties/AlarmDescription", "#api-latency", "#latency")),
        new("An alarm counts in a unit that nothing is counted in", "prod Operations", "Alarms/EdgeServerErrors", Set("/Properties/Unit", "\"Count\"")),
        new("Only messages with a severity are mailed", "prod Operations", "Notifications/Email", Set("/Properties/FilterPolicy", """{"severity":["high"]}""")),
        new("An empty address is subscribed", "prod Operations", "Notifications/Email", Remove("/Condition")),
        new("Anything is an address", "dev Operations", "", Remove("/Parameters/AlarmEmail/AllowedPattern")),
        new("Nobody sees who is mailed", "prod Operations", "", Set("/Parameters/AlarmEmail/NoEcho", "true")),
        new("The key of the topic is of no use to alarms", "prod Operations", "Notifications/Key/Resource", Set(
            "/Properties/KeyPolicy/Statement/1/Action", "\"kms:Decrypt\"")),
        new("The budget counts one service", "prod Operations", "Budget/Budget", Set("/Properties/Budget/CostFilters", """{"Service":["Amazon Route 53"]}""")),
        new("The budget tells before it is allowed to", "prod Operations", "Budget/Budget", Remove("/DependsOn")),
        new("Reads are not recorded", "full Operations", "DataEvents/Trail", Add(
            "/Properties/AdvancedEventSelectors/0/FieldSelectors", """{"Field":"readOnly","Equals":["false"]}""")),
        new("Data events are recorded before that is allowed", "full Operations", "DataEvents/Trail", Remove("/DependsOn")),
    ];
}
