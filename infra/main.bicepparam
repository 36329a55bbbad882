using './main.bicep'

// Nothing here is secret. Copy it to NAME.bicepparam and write your council's own values.
param name = 'thamesbrook'
param entraClientId = '00000000-0000-0000-0000-000000000000'
param teamsAppId = '00000000-0000-0000-0000-000000000000'
param alertEmails = ['ict-alerts@thamesbrook.example']
param monthlyBudget = 200
param budgetStart = '2026-12-01'
