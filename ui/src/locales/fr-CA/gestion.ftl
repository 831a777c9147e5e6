# What the back office says otherwise in Québec.
office-turnover = Ventes
