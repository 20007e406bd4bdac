// A classic script, since browsers load no modules from disk: says which file to open instead.
if (location.protocol === 'file:') document.getElementById('disk').hidden = false;
